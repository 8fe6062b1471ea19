package groundswell.kernels.flashsale;

import groundswell.kernels.random.NaturalLog;
import groundswell.kernels.statistics.Normal;
import groundswell.kernels.statistics.NormalBlock;

/** The law of one arrival time, in terms of the logarithm of its survival function 1 - F. */
sealed interface ArrivalLaw {

  /** Time at which the log survival has fallen to {@code logSurvival} &le; 0 [s]. */
  double seconds(double logSurvival);

  /** The times of many falling log survivals. */
  default void fillSeconds(double[] logSurvivals, double[] seconds, int count, NormalBlock normal) {
    for (int i = 0; i < count; i++) {
      seconds[i] = seconds(logSurvivals[i]);
    }
  }

  /** Log of the share that comes after {@code seconds}. */
  double logSurvival(double seconds);

  /** Everybody is there at T0. */
  record AtOpening() implements ArrivalLaw {
    @Override
    public double seconds(double logSurvival) {
      return 0;
    }

    @Override
    public double logSurvival(double seconds) {
      return seconds < 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
  }

  /** A constant hazard. */
  record Exponential(double meanSeconds) implements ArrivalLaw {
    @Override
    public double seconds(double logSurvival) {
      return -logSurvival * meanSeconds;
    }

    @Override
    public void fillSeconds(
        double[] logSurvivals, double[] seconds, int count, NormalBlock normal) {
      for (int i = 0; i < count; i++) { // again, so that the call in the loop has one target
        seconds[i] = seconds(logSurvivals[i]);
      }
    }

    @Override
    public double logSurvival(double seconds) {
      return -seconds / meanSeconds;
    }
  }

  /** A lognormal reaction time. */
  record Lognormal(double logMedian, double sigma) implements ArrivalLaw {
    @Override
    public double seconds(double logSurvival) {
      double below = belowOne(logSurvival);
      double z =
          below <= 0.5
              ? Normal.quantile(below)
              : -Normal.quantile(StrictMath.exp(logSurvival)); // keeps the late tail exact
      return StrictMath.exp(logMedian + sigma * z);
    }

    @Override
    public void fillSeconds(
        double[] logSurvivals, double[] seconds, int count, NormalBlock normal) {
      if (count == 0 || belowOne(logSurvivals[count - 1]) > 0.5) {
        for (int i = 0; i < count; i++) {
          seconds[i] = seconds(logSurvivals[i]);
        }
        return;
      }
      for (int i = 0; i < count; i++) {
        seconds[i] = belowOne(logSurvivals[i]);
      }
      normal.quantiles(seconds, seconds, count);
      for (int i = 0; i < count; i++) {
        seconds[i] = StrictMath.exp(logMedian + sigma * seconds[i]);
      }
    }

    @Override
    public double logSurvival(double seconds) {
      if (seconds <= 0) {
        return 0;
      }
      double z = (NaturalLog.of(seconds) - logMedian) / sigma;
      double above = Normal.cdf(-z);
      return above < Double.MIN_NORMAL ? Double.NEGATIVE_INFINITY : NaturalLog.of(above);
    }

    /** 1 - e^x for x &le; 0 without cancellation near 0. */
    private static double belowOne(double x) {
      if (x < -0.1) {
        return 1 - StrictMath.exp(x);
      }
      double upper = 1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800)));
      double middle = 1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * upper));
      double sum = 1 + x * (1.0 / 2 + x * (1.0 / 6 + x * middle));
      return -x * sum;
    }
  }

  /** The law of the poised. */
  static ArrivalLaw ofPoised(Arrivals arrivals, QueuePolicy policy) {
    if (policy instanceof QueuePolicy.RandomPrequeue) {
      return new AtOpening();
    }
    double logMedian = NaturalLog.of(arrivals.poisedMedianSeconds());
    return new Lognormal(logMedian, arrivals.poisedSigma());
  }
}
