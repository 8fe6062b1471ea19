package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A number of the scenario that may be uncertain. Drawn by inversion, so that a draw moves with its
 * uniform and two scenarios on the same random numbers stay comparable.
 */
@JsonDeserialize(using = QuantityReader.class)
public sealed interface Quantity {
  /** Value below which a share {@code u} in (0, 1) of the draws lies. */
  double quantile(double u);

  /** The middle draw. */
  default double median() {
    return quantile(0.5);
  }

  /** A known number. */
  record Fixed(double value) implements Quantity {
    @Override
    public double quantile(double u) {
      return value;
    }
  }

  /** Equally likely between {@code low} and {@code high}. */
  record Uniform(double low, double high) implements Quantity {
    public Uniform {
      if (!(low <= high)) {
        throw new IllegalArgumentException(
            "uniform must be [low, high] with low <= high but is [%s, %s]".formatted(low, high));
      }
    }

    @Override
    public double quantile(double u) {
      return low + u * (high - low);
    }
  }

  /** Lognormal by its median and the standard deviation of its logarithm. */
  record LogNormal(double median, double sigma) implements Quantity {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    @Override
    public double quantile(double u) {
      return median * StrictMath.exp(sigma * NORMAL.inverseCumulativeProbability(u));
    }
  }

  /** Beta(a, b), conditioned on being at least {@code least}. */
  record Beta(double a, double b, double least) implements Quantity {
    @Override
    public double quantile(double u) {
      var beta = new BetaDistribution(a, b);
      double below = least > 0 ? beta.cumulativeProbability(least) : 0;
      return beta.inverseCumulativeProbability(below + u * (1 - below));
    }
  }
}
