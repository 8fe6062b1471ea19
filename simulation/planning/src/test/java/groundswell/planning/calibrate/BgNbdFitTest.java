package groundswell.planning.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whether a fit finds what made the histories. */
class BgNbdFitTest {
  private static final BgNbd TRUTH = new BgNbd(0.8, 6, 0.9, 2.5);

  @Test
  void a_large_cohort_gives_back_what_made_it() {
    List<PurchaseHistory> cohort = cohort(40_000, 350);

    var fit = BgNbdFit.of(cohort).orElseThrow();

    assertThat(fit.isConverged()).isTrue();
    assertThat(fit.largestSlope()).isLessThan(1e-7);
    assertThat(fit.model().r()).isCloseTo(TRUTH.r(), within(0.05));
    assertThat(fit.model().alpha()).isCloseTo(TRUTH.alpha(), within(0.5));
    assertThat(fit.model().a()).isCloseTo(TRUTH.a(), within(0.1));
    assertThat(fit.model().b()).isCloseTo(TRUTH.b(), within(0.35));
    assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(logLikelihood(TRUTH, cohort));
  }

  @Test
  void what_was_held_out_comes_as_expected() {
    int seen = 210;
    double expected = 0;
    long later = 0;
    var random = new SplittableRandom(5);
    List<PurchaseHistory> histories = new ArrayList<>();
    for (int buyer = 0; buyer < 20_000; buyer++) {
      List<Double> purchases = purchases(random, seen + 28);
      histories.add(history(purchases, seen));
      later += purchases.stream().filter(day -> day >= seen).count();
    }
    BgNbd model = BgNbdFit.of(histories).orElseThrow().model();
    for (PurchaseHistory history : histories) {
      expected += model.expectedPurchases(history, 4);
    }

    assertThat(expected).isCloseTo((double) later, within(0.04 * later));
  }

  @Test
  void no_step_along_a_parameter_makes_the_histories_likelier() {
    List<PurchaseHistory> cohort = cohort(3_000, 120);
    var fit = BgNbdFit.of(cohort).orElseThrow();
    BgNbd best = fit.model();

    for (double factor : new double[] {0.99, 1.01}) {
      assertThat(fit.logLikelihood())
          .isGreaterThan(
              logLikelihood(new BgNbd(best.r() * factor, best.alpha(), best.a(), best.b()), cohort))
          .isGreaterThan(
              logLikelihood(new BgNbd(best.r(), best.alpha() * factor, best.a(), best.b()), cohort))
          .isGreaterThan(
              logLikelihood(new BgNbd(best.r(), best.alpha(), best.a() * factor, best.b()), cohort))
          .isGreaterThan(
              logLikelihood(
                  new BgNbd(best.r(), best.alpha(), best.a(), best.b() * factor), cohort));
    }
  }

  @Test
  void the_order_of_the_histories_does_not_show() {
    List<PurchaseHistory> cohort = cohort(2_000, 120);
    List<PurchaseHistory> shuffled = new ArrayList<>(cohort);
    Collections.shuffle(shuffled, new Random(3));

    assertThat(BgNbdFit.of(shuffled)).isEqualTo(BgNbdFit.of(cohort));
  }

  @Test
  void twenty_nine_who_came_back_are_too_few() {
    assertThat(BgNbdFit.of(List.of(repeats(29), single(1_000)))).isEmpty();
    assertThat(BgNbdFit.of(List.of(repeats(30), single(1_000)))).isPresent();
    assertThat(BgNbdFit.of(List.of())).isEmpty();
  }

  @Test
  void buyers_without_any_difference_have_no_maximum_and_that_is_said() {
    var fit = BgNbdFit.of(List.of(new PurchaseHistory(10, 100, 100, 500))).orElseThrow();

    assertThat(fit.isConverged()).isFalse();
    assertThat(fit.logLikelihood()).isFinite();
  }

  @Test
  void where_nobody_stops_the_likelihood_levels_out_and_that_is_no_maximum() {
    var random = new SplittableRandom(17);
    List<PurchaseHistory> steady = new ArrayList<>();
    for (int buyer = 0; buyer < 300; buyer++) {
      double rate = gamma(random, 1.1) / 18 / 7;
      List<Double> purchases = new ArrayList<>();
      double day = -Math.log(1 - random.nextDouble()) / rate;
      while (day < 250) {
        purchases.add(day);
        day -= Math.log(1 - random.nextDouble()) / rate;
      }
      steady.add(history(purchases, 250));
    }

    assertThat(BgNbdFit.of(steady).orElseThrow().isConverged()).isFalse();
  }

  private static PurchaseHistory repeats(long buyers) {
    return new PurchaseHistory(1, 20, 60, buyers);
  }

  private static PurchaseHistory single(long buyers) {
    return new PurchaseHistory(0, 0, 60, buyers);
  }

  private static double logLikelihood(BgNbd model, List<PurchaseHistory> cohort) {
    return cohort.stream()
        .mapToDouble(history -> history.buyers() * model.logLikelihood(history))
        .sum();
  }

  private static List<PurchaseHistory> cohort(int buyers, int days) {
    var random = new SplittableRandom(11);
    List<PurchaseHistory> cohort = new ArrayList<>();
    for (int buyer = 0; buyer < buyers; buyer++) {
      cohort.add(history(purchases(random, days), days));
    }
    return cohort;
  }

  /** Whole days, which is what facts tell; two purchases of a day stay two here. */
  private static PurchaseHistory history(List<Double> purchases, int days) {
    List<Double> seen = purchases.stream().filter(day -> day < days).toList();
    int recency = seen.isEmpty() ? 0 : (int) Math.max(1, Math.round(seen.get(seen.size() - 1)));
    return new PurchaseHistory(seen.size(), recency, days, 1);
  }

  /** Repeat purchases of one buyer [days since the first]. */
  private static List<Double> purchases(SplittableRandom random, int days) {
    double rate = gamma(random, TRUTH.r()) / TRUTH.alpha() / 7;
    double first = gamma(random, TRUTH.a());
    double stop = first / (first + gamma(random, TRUTH.b()));
    List<Double> purchases = new ArrayList<>();
    double day = -Math.log(1 - random.nextDouble()) / rate;
    while (day < days) {
      purchases.add(day);
      day = random.nextDouble() < stop ? days : day - Math.log(1 - random.nextDouble()) / rate;
    }
    return purchases;
  }

  /** Marsaglia and Tsang (2000), doi:10.1145/358407.358414; below 1 by the boost of their note. */
  private static double gamma(SplittableRandom random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double v = Math.pow(1 + c * normal, 3);
      if (v > 0
          && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
