package groundswell.jobs.marts.measure;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/**
 * The 95 % score interval of a share: unlike the textbook interval it stays inside [0, 1] and is
 * usable for a handful of votes. Source: Wilson (1927), "Probable inference, the law of succession,
 * and statistical inference", JASA 22(158), doi:10.1080/01621459.1927.10502953; as method 3 in
 * Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.
 */
public final class Wilson {
  /** Standard normal quantile of 0.975. */
  public static final double Z = 1.959963984540054;

  private Wilson() {}

  /** Lower end for {@code hits} of {@code trials}; null without trials. */
  public static Column low(Column hits, Column trials) {
    Column low = center(hits, some(trials)).minus(halfWidth(hits, some(trials)));
    // rounding must not carry the end past the rate
    return when(trials.gt(0), least(greatest(low, lit(0.0)), rate(hits, some(trials))));
  }

  /** Upper end for {@code hits} of {@code trials}; null without trials. */
  public static Column high(Column hits, Column trials) {
    Column high = center(hits, some(trials)).plus(halfWidth(hits, some(trials)));
    return when(trials.gt(0), greatest(least(high, lit(1.0)), rate(hits, some(trials))));
  }

  /** Null instead of 0, so that nothing is ever divided by zero. */
  private static Column some(Column trials) {
    return nullif(trials, lit(0L)).cast("double");
  }

  private static Column rate(Column hits, Column trials) {
    return hits.cast("double").divide(trials);
  }

  private static Column center(Column hits, Column trials) {
    return rate(hits, trials).plus(lit(Z * Z / 2).divide(trials)).divide(scale(trials));
  }

  private static Column halfWidth(Column hits, Column trials) {
    Column rate = rate(hits, trials);
    Column variance = rate.multiply(lit(1.0).minus(rate)).divide(trials);
    return lit(Z)
        .divide(scale(trials))
        .multiply(sqrt(variance.plus(lit(Z * Z / 4).divide(trials.multiply(trials)))));
  }

  private static Column scale(Column trials) {
    return lit(1.0).plus(lit(Z * Z).divide(trials));
  }
}
