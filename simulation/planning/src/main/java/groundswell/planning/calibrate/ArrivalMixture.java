package groundswell.planning.calibrate;

/**
 * When buyers try, counted from the opening of a sale: a share who stood poised (lognormal) and the
 * others who come by chance (exponential). Fitted by expectation maximisation (Dempster, Laird and
 * Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x) to attempts counted per second, each taken at
 * the middle of its second.
 *
 * @param poisedShare share of arrivals that stood poised, in [0, 1]
 * @param logMedian logarithm of the median of the poised [log s]
 * @param sigma spread of the poised [log s], &gt; 0
 * @param lateMeanS mean of the others [s], &gt; 0
 */
record ArrivalMixture(double poisedShare, double logMedian, double sigma, double lateMeanS) {
  private static final int ROUNDS = 400;
  private static final double SMALLEST_SIGMA = 0.05;
  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Fits to attempts per second; needs at least one attempt. */
  static ArrivalMixture fit(long[] attemptsPerSecond) {
    ArrivalMixture mixture = start(attemptsPerSecond);
    for (int round = 0; round < ROUNDS; round++) {
      ArrivalMixture next = mixture.improve(attemptsPerSecond);
      if (next.isCloseTo(mixture)) {
        return next;
      }
      mixture = next;
    }
    return mixture;
  }

  double logLikelihood(long[] attemptsPerSecond) {
    double sum = 0;
    for (int second = 0; second < attemptsPerSecond.length; second++) {
      if (attemptsPerSecond[second] > 0) {
        sum += attemptsPerSecond[second] * Math.log(poised(second) + late(second));
      }
    }
    return sum;
  }

  private static ArrivalMixture start(long[] attempts) {
    double count = 0;
    double total = 0;
    double first = 0;
    for (int second = 0; second < attempts.length; second++) {
      count += attempts[second];
      total += attempts[second] * (second + 0.5);
    }
    int quarter = 0;
    while (quarter < attempts.length - 1 && (first += attempts[quarter]) < count / 4) {
      quarter++;
    }
    return new ArrivalMixture(0.5, Math.log(quarter + 0.5), 0.8, Math.max(1, 2 * total / count));
  }

  private ArrivalMixture improve(long[] attempts) {
    double all = 0;
    double poisedCount = 0;
    double logSum = 0;
    double logSquares = 0;
    double lateSeconds = 0;
    for (int second = 0; second < attempts.length; second++) {
      if (attempts[second] == 0) {
        continue;
      }
      double log = Math.log(second + 0.5);
      double poised = poised(second);
      double weight = attempts[second] * poised / (poised + late(second));
      all += attempts[second];
      poisedCount += weight;
      logSum += weight * log;
      logSquares += weight * log * log;
      lateSeconds += (attempts[second] - weight) * (second + 0.5);
    }
    return updated(all, poisedCount, logSum, logSquares, lateSeconds);
  }

  private ArrivalMixture updated(
      double all, double poised, double logSum, double logSquares, double lateSeconds) {
    double mean = poised > 0 ? logSum / poised : logMedian;
    double variance = poised > 0 ? logSquares / poised - mean * mean : sigma * sigma;
    double others = all - poised;
    return new ArrivalMixture(
        poised / all,
        mean,
        Math.max(SMALLEST_SIGMA, Math.sqrt(Math.max(0, variance))),
        others > 1e-9 * all ? Math.max(0.5, lateSeconds / others) : lateMeanS);
  }

  private double poised(int second) {
    double t = second + 0.5;
    double z = (Math.log(t) - logMedian) / sigma;
    return poisedShare * Math.exp(-z * z / 2) / (t * sigma * ROOT_OF_TWO_PI);
  }

  private double late(int second) {
    return (1 - poisedShare) * Math.exp(-(second + 0.5) / lateMeanS) / lateMeanS + 1e-300;
  }

  private boolean isCloseTo(ArrivalMixture other) {
    return Math.abs(poisedShare - other.poisedShare) < 1e-7
        && Math.abs(logMedian - other.logMedian) < 1e-7
        && Math.abs(sigma - other.sigma) < 1e-7
        && Math.abs(lateMeanS - other.lateMeanS) < 1e-6 * lateMeanS;
  }
}
