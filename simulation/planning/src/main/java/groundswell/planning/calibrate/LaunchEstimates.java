package groundswell.planning.calibrate;

import groundswell.kernels.statistics.Interval;
import groundswell.planning.bundle.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the flash-sale simulation needs to know of a launch, each with its interval. */
public final class LaunchEstimates {
  private static final int SMALLEST_SAMPLE = 20;

  private final LaunchObservation launch;
  private final List<Estimate> estimates = new ArrayList<>();

  private LaunchEstimates(LaunchObservation launch) {
    this.launch = launch;
  }

  /** Estimates that the counts of one launch allow; a share of nothing is left out. */
  public static List<Estimate> of(LaunchObservation launch) {
    LaunchEstimates all = new LaunchEstimates(launch);
    all.share("show_up", launch.shownUp(), launch.reservers());
    all.share("unpaid_share", launch.ordered() - launch.paid(), launch.ordered());
    all.share("returned_share", launch.returned(), launch.paid());
    all.hazard();
    all.arrivals();
    all.gate();
    return List.copyOf(all.estimates);
  }

  private void share(String parameter, long part, long whole) {
    if (whole <= 0 || part < 0 || part > whole) {
      return; // nothing observed: no estimate is better than a made-up one
    }
    Interval interval = Interval.ofShare(part, whole, InfluenceFit.LEVEL);
    add(parameter, "1", (double) part / whole, interval.low(), interval.high(), whole, "Wilson");
  }

  /** Constant hazard per holder that sells the same units in the same time. */
  private void hazard() {
    long holders = launch.reservers();
    if (Double.isNaN(launch.sellOutS()) || launch.sellOutS() <= 0 || launch.offered() >= holders) {
      return;
    }
    double hazard = -Math.log1p(-(double) launch.offered() / holders) / launch.sellOutS();
    double spread = Math.exp(InfluenceFit.NORMAL_95 / Math.sqrt((double) launch.offered()));
    add(
        "hazard_per_s",
        "1/s",
        hazard,
        hazard / spread,
        hazard * spread,
        launch.offered(),
        "pure death process; within this sale only");
  }

  private void arrivals() {
    long attempts = Arrays.stream(launch.attemptsPerSecond()).sum();
    if (attempts < SMALLEST_SAMPLE) {
      return;
    }
    long[] perSecond = launch.attemptsPerSecond();
    ArrivalMixture fit = ArrivalMixture.fit(perSecond);
    double[] spread = new ArrivalSpread(perSecond, fit).spread();
    String method = "mixture of lognormal and exponential, expectation maximisation";
    double share = fit.poisedShare();
    Interval ends = Interval.ofShare(Math.round(share * attempts), attempts, InfluenceFit.LEVEL);
    double half = Math.max(InfluenceFit.NORMAL_95 * spread[0], share - ends.low());
    add(
        "poised_share",
        "1",
        share,
        Math.max(0, share - half),
        Math.min(1, share + half),
        attempts,
        method);
    positive("poised_median_s", "s", Math.exp(fit.logMedian()), spread[1], attempts, method);
    positive("poised_sigma", "1", fit.sigma(), spread[2], attempts, method);
    positive("late_mean_s", "s", fit.lateMeanS(), spread[3], attempts, method);
  }

  /** The busiest second bounds the gate from below: it let at least so many through. */
  private void gate() {
    double peak = Arrays.stream(launch.ordersPerSecond()).max().orElse(0);
    if (peak > 0) {
      double high = peak + 3 * Math.sqrt(peak);
      add("gate_orders_per_s", "1/s", peak, peak, high, launch.ordered(), "busiest second");
    }
  }

  private void positive(
      String parameter, String unit, double value, double logSpread, long n, String method) {
    double factor = Math.exp(InfluenceFit.NORMAL_95 * logSpread);
    add(parameter, unit, value, value / factor, value * factor, n, method);
  }

  private void add(
      String parameter, String unit, double value, double low, double high, long n, String method) {
    estimates.add(
        new Estimate(
            launch.launchId(), parameter, unit, value, low, high, InfluenceFit.LEVEL, n, method));
  }
}
