package groundswell.planning.calibrate;

import groundswell.planning.bundle.Estimate;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * The aggregate baseline: Bass (1969, doi:10.1287/mnsc.15.5.215) by non-linear least squares on
 * daily adopters (Srinivasan and Mason 1986, doi:10.1287/mksc.5.2.169). Fitted in logarithms, so p,
 * q and m stay positive; intervals are symmetric there.
 *
 * @see <a href="https://doi.org/10.1287/mksc.5.2.169">Srinivasan and Mason</a>
 */
final class BassFit {
  private static final String[] NAMES = {"innovation", "imitation", "market_size"};
  private static final String[] UNITS = {"1/day", "1/day", "members"};
  private static final int SMALLEST_SAMPLE = 10;

  private BassFit() {}

  /** Estimates of p, q, m; empty when too few adopted or the curve does not bend. */
  static List<Estimate> of(long[] adoptersPerDay) {
    long adopters = java.util.Arrays.stream(adoptersPerDay).sum();
    if (adoptersPerDay.length < SMALLEST_SAMPLE || adopters < SMALLEST_SAMPLE) {
      return List.of();
    }
    try {
      Optimum optimum = optimum(adoptersPerDay, adopters);
      double variance = optimum.getCost() * optimum.getCost() / (adoptersPerDay.length - 3);
      RealMatrix covariances = optimum.getCovariances(1e-12).scalarMultiply(variance);
      return estimates(optimum.getPoint(), covariances, adopters);
    } catch (MathRuntimeException doesNotBend) {
      return List.of();
    }
  }

  /** Expected adopters on each of the days 1 … {@code days}, given log p, log q, log m. */
  static double[] perDay(RealVector logs, int days) {
    double p = Math.exp(logs.getEntry(0));
    double q = Math.exp(logs.getEntry(1));
    double m = Math.exp(logs.getEntry(2));
    double[] perDay = new double[days];
    double before = 0;
    for (int day = 1; day <= days; day++) {
      double decay = Math.exp(-(p + q) * day);
      double now = m * p * (1 - decay) / (p + q * decay);
      perDay[day - 1] = now - before;
      before = now;
    }
    return perDay;
  }

  private static Optimum optimum(long[] adoptersPerDay, long adopters) {
    int days = adoptersPerDay.length;
    double[] observed = java.util.Arrays.stream(adoptersPerDay).asDoubleStream().toArray();
    double[] start = {Math.log(0.3 / days), Math.log(3.0 / days), Math.log(1.5 * adopters)};
    return new LevenbergMarquardtOptimizer()
        .optimize(
            new LeastSquaresBuilder()
                .start(start)
                .target(observed)
                .model(model(days))
                .maxEvaluations(2_000)
                .maxIterations(2_000)
                .build());
  }

  private static MultivariateJacobianFunction model(int days) {
    return point -> {
      double[] here = perDay(point, days);
      double[][] jacobian = new double[days][3];
      for (int k = 0; k < 3; k++) {
        RealVector moved = point.copy();
        double step = 1e-6;
        moved.addToEntry(k, step);
        double[] there = perDay(moved, days);
        for (int day = 0; day < days; day++) {
          jacobian[day][k] = (there[day] - here[day]) / step;
        }
      }
      return new Pair<>(
          new ArrayRealVector(here, false),
          new org.hipparchus.linear.Array2DRowRealMatrix(jacobian, false));
    };
  }

  private static List<Estimate> estimates(RealVector logs, RealMatrix covariances, long n) {
    return java.util.stream.IntStream.range(0, 3)
        .mapToObj(
            k -> {
              double spread = InfluenceFit.NORMAL_95 * Math.sqrt(covariances.getEntry(k, k));
              double value = Math.exp(logs.getEntry(k));
              return new Estimate(
                  "bass",
                  NAMES[k],
                  UNITS[k],
                  value,
                  value * Math.exp(-spread),
                  value * Math.exp(spread),
                  InfluenceFit.LEVEL,
                  n,
                  "non-linear least squares on daily adopters");
            })
        .toList();
  }
}
