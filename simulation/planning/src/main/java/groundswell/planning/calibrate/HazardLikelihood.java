package groundswell.planning.calibrate;

import java.util.List;

/**
 * Log-likelihood of the additive daily hazard, with the complementary log-log link: a member at
 * risk with exposure x adopts on a day with probability 1 − exp(−θ·x).
 *
 * <p>ℓ(θ) = −Σₖ θₖ·Eₖ + Σᵢ log(1 − exp(−θ·xᵢ)), where E are the member days without adoption and i
 * runs over adopters; concave in θ ≥ 0, unbiased under right censoring (Goldenberg, Libai and
 * Muller 2001, doi:10.1023/A:1011122126881, give the discrete rule 1 − (1−α)·Π(1−β)).
 *
 * <p>A prior of {@code weight} pseudo-adoptions at {@code mean} shrinks a cause: weight·(log θ −
 * θ/mean).
 */
final class HazardLikelihood {
  private final Exposure exposure;
  private final double[] priorMean;
  private final double[] priorWeight;

  HazardLikelihood(Exposure exposure, double[] priorMean, double[] priorWeight) {
    this.exposure = exposure;
    this.priorMean = priorMean;
    this.priorWeight = priorWeight;
  }

  static HazardLikelihood flat(Exposure exposure) {
    int causes = exposure.causes();
    return new HazardLikelihood(exposure, new double[causes], new double[causes]);
  }

  int causes() {
    return exposure.causes();
  }

  Exposure exposure() {
    return exposure;
  }

  double at(double[] theta) {
    double value = 0;
    for (int k = 0; k < theta.length; k++) {
      value -= theta[k] * exposure.withoutAdoption()[k];
      if (priorWeight[k] > 0) {
        value += priorWeight[k] * (Math.log(theta[k]) - theta[k] / priorMean[k]);
      }
    }
    for (Exposure.Adoptions group : exposure.adoptions()) {
      value += group.count() * Math.log(-Math.expm1(-dot(theta, group.exposure())));
    }
    return value;
  }

  /** First and second derivative by θₖ alone. */
  double[] derivatives(double[] theta, int k) {
    double first = -exposure.withoutAdoption()[k];
    double second = 0;
    if (priorWeight[k] > 0) {
      first += priorWeight[k] * (1 / theta[k] - 1 / priorMean[k]);
      second -= priorWeight[k] / (theta[k] * theta[k]);
    }
    List<Exposure.Adoptions> groups = exposure.adoptions();
    for (Exposure.Adoptions group : groups) {
      int x = group.exposure()[k];
      if (x != 0) {
        double odds = 1 / Math.expm1(dot(theta, group.exposure()));
        first += group.count() * x * odds;
        second -= group.count() * (double) x * x * odds * (1 + odds);
      }
    }
    return new double[] {first, second};
  }

  static double dot(double[] theta, int[] exposure) {
    double sum = 0;
    for (int k = 0; k < theta.length; k++) {
      sum += theta[k] * exposure[k];
    }
    return sum;
  }
}
