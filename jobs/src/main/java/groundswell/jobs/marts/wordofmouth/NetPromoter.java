package groundswell.jobs.marts.wordofmouth;

import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.measure.Wilson;
import org.apache.spark.sql.Column;

/**
 * The net promoter score in points from -100 to 100, with its 95 % adjusted Wald interval: three
 * answers are added, three quarters of one to either side and one and a half between, so that a
 * handful of equal answers does not look certain. Source: Rocks (2016), "Interval Estimation for
 * the 'Net Promoter Score'", The American Statistician 70(4), doi:10.1080/00031305.2016.1173124.
 */
final class NetPromoter {
  private static final double POINTS = 100;
  private static final double ADDED = 3;
  private static final double ADDED_TO_A_SIDE = 0.75;

  private NetPromoter() {}

  /** Null without answers. */
  static Column score(Column promoters, Column detractors, Column answers) {
    Column net = promoters.minus(detractors).cast("double");
    return when(answers.gt(0), net.multiply(POINTS).divide(answers.cast("double")));
  }

  /** Lower end, never above the score. */
  static Column low(Column promoters, Column detractors, Column answers) {
    Column end = center(promoters, detractors, answers).minus(half(promoters, detractors, answers));
    Column score = score(promoters, detractors, answers);
    return when(answers.gt(0), least(greatest(end, lit(-POINTS)), score));
  }

  /** Upper end, never below the score. */
  static Column high(Column promoters, Column detractors, Column answers) {
    Column end = center(promoters, detractors, answers).plus(half(promoters, detractors, answers));
    Column score = score(promoters, detractors, answers);
    return when(answers.gt(0), greatest(least(end, lit(POINTS)), score));
  }

  private static Column center(Column promoters, Column detractors, Column answers) {
    return promoters.minus(detractors).multiply(POINTS).divide(answers.plus(ADDED));
  }

  private static Column half(Column promoters, Column detractors, Column answers) {
    Column all = answers.plus(ADDED);
    Column decided = promoters.plus(detractors).plus(2 * ADDED_TO_A_SIDE).divide(all);
    Column net = promoters.minus(detractors).divide(all);
    Column variance = decided.minus(net.multiply(net)).divide(all);
    return sqrt(variance).multiply(Wilson.Z * POINTS);
  }
}
