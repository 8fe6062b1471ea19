package groundswell.planning.calibrate;

import groundswell.planning.bundle.Estimate;
import groundswell.planning.bundle.TieClass;
import groundswell.planning.bundle.TieClass.Strength;
import java.util.ArrayList;
import java.util.List;

/**
 * Influence per tie class and the external hazard, from who adopted when beside whom.
 *
 * <p>Two fits: one with all weak and all strong ties pooled, whose estimates become the prior of
 * the second, which has one hazard per tie class. The prior weighs one pseudo-adoption, so a class
 * with a dozen adoptions speaks for itself and a class with none says what the pool says, with the
 * wide interval that it deserves.
 */
final class InfluenceFit {
  static final double LEVEL = 0.90;
  static final double CHI_SQUARE_90 = 2.705543454095404;
  static final double NORMAL_95 = 1.6448536269514722;
  private static final String SUBJECT = "word_of_mouth";

  private final AdoptionHistory history;
  private final Exposure exposure;
  private final HazardFit fit;

  /** What is assumed about arcs: which way they carry, and how long an adopter talks. */
  record Hypothesis(Direction direction, int talkDays) {}

  InfluenceFit(AdoptionHistory history, Arcs arcs, Hypothesis hypothesis) {
    this.history = history;
    this.exposure = exposure(history, arcs, hypothesis);
    this.fit = fit(exposure, pooledExposure(history, arcs, hypothesis));
  }

  /** Hazards by cause: external first, then one per tie class. */
  double[] hazards() {
    return fit.hazards();
  }

  /** What the members were exposed to, by cause. */
  Exposure exposure() {
    return exposure;
  }

  /** Log-likelihood of given hazards on a window; for held-out comparison. */
  static double logLikelihood(
      AdoptionHistory history, Arcs arcs, Hypothesis hypothesis, double[] hazards) {
    double[] positive = hazards.clone();
    positive[0] = Math.max(positive[0], 1e-12);
    return HazardLikelihood.flat(exposure(history, arcs, hypothesis)).at(positive);
  }

  List<Estimate> estimates() {
    double[] hazards = fit.hazards();
    long[] exposed = exposedAdopters();
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(estimate("external_hazard", hazards, 0, history.adopters()));
    for (int c = 0; c < TieClass.count(); c++) {
      String name = "influence." + TieClass.of(c).key();
      estimates.add(estimate(name, hazards, 1 + c, exposed[1 + c]));
    }
    return estimates;
  }

  /** Share of adoptions that the fitted hazards credit to the world outside, in [0, 1]. */
  double externalShare() {
    double[] hazards = hazards();
    double credited = 0;
    long adopters = 0;
    for (Exposure.Adoptions group : exposure.adoptions()) {
      double total = HazardLikelihood.dot(hazards, group.exposure());
      credited += total == 0 ? group.count() : group.count() * hazards[0] / total;
      adopters += group.count();
    }
    return adopters == 0 ? 1 : credited / adopters;
  }

  private Estimate estimate(String name, double[] hazards, int cause, long n) {
    double[] ends = fit.interval(cause, CHI_SQUARE_90);
    String method =
        cause == 0
            ? "complementary log-log hazard, profile likelihood"
            : "complementary log-log hazard, shrunk to the pool of its strength, profile likelihood";
    return new Estimate(
        SUBJECT,
        name,
        "1/day",
        hazards[cause],
        Math.min(ends[0], hazards[cause]),
        Math.max(ends[1], hazards[cause]),
        LEVEL,
        n,
        method);
  }

  private static HazardFit fit(Exposure exposure, Exposure pools) {
    double[] pooled = HazardFit.of(HazardLikelihood.flat(pools)).hazards();
    double floor = 0.1 / Math.max(1, exposure.withoutAdoption()[0]);
    int causes = 1 + TieClass.count();
    double[] mean = new double[causes];
    double[] weight = new double[causes];
    for (int c = 0; c < TieClass.count(); c++) {
      mean[1 + c] = Math.max(floor, pooled[pool(c)]);
      weight[1 + c] = 1;
    }
    return HazardFit.of(new HazardLikelihood(exposure, mean, weight));
  }

  private long[] exposedAdopters() {
    long[] exposed = new long[1 + TieClass.count()];
    for (Exposure.Adoptions group : exposure.adoptions()) {
      for (int cause = 0; cause < exposed.length; cause++) {
        exposed[cause] += group.exposure()[cause] > 0 ? group.count() : 0;
      }
    }
    return exposed;
  }

  private static Exposure exposure(AdoptionHistory history, Arcs arcs, Hypothesis hypothesis) {
    return Exposure.of(
        history, arcs, hypothesis.direction(), hypothesis.talkDays(), TieClass.count());
  }

  private static Exposure pooledExposure(
      AdoptionHistory history, Arcs arcs, Hypothesis hypothesis) {
    byte[] pools = new byte[arcs.count()];
    for (int arc = 0; arc < pools.length; arc++) {
      pools[arc] = (byte) (pool(arcs.tieClass()[arc]) - 1);
    }
    Arcs pooled = new Arcs(arcs.actor(), arcs.target(), pools, arcs.sinceDay());
    return Exposure.of(history, pooled, hypothesis.direction(), hypothesis.talkDays(), 2);
  }

  private static int pool(int tieClass) {
    return TieClass.of(tieClass).strength() == Strength.WEAK ? 1 : 2;
  }
}
