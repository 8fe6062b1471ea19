package groundswell.jobs.marts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/**
 * How ties fade: w(t) = floor(w(t-1) · 2^(-days / half-life)) + contacts, counted in millionths.
 * Whole numbers make the result independent of engine and order, and let a later week continue from
 * a published one exactly (docs/decisions/0051).
 */
final class Decay {
  private static final double MILLION = 1e6;
  private static final String WEEK = "week";
  private static final String MILLIONTHS = "millionths";

  private Decay() {}

  /** Weight at the last of the weeks, which are structs of week_date and contacts, oldest first. */
  static Column weight(Column weeks, Column halfLifeDays) {
    Column start = struct(lit(null).cast("date").as(WEEK), lit(0.0).as(MILLIONTHS));
    Column end =
        aggregate(
            weeks,
            start,
            (state, week) ->
                struct(
                    week.getField(WEEK_DATE).as(WEEK),
                    faded(state, week.getField(WEEK_DATE), halfLifeDays)
                        .plus(week.getField(CONTACTS).multiply(lit(MILLION)))
                        .as(MILLIONTHS)));
    return end.getField(MILLIONTHS).divide(lit(MILLION));
  }

  /** A weight some days later. */
  static Column later(Column weight, Column days, Column halfLifeDays) {
    return millionthsLater(round(weight.multiply(lit(MILLION))), days, halfLifeDays)
        .divide(lit(MILLION));
  }

  private static Column faded(Column state, Column week, Column halfLifeDays) {
    Column days = coalesce(datediff(week, state.getField(WEEK)), lit(0));
    return millionthsLater(state.getField(MILLIONTHS), days, halfLifeDays);
  }

  private static Column millionthsLater(Column millionths, Column days, Column halfLifeDays) {
    Column remaining =
        pow(lit(2.0), negate(days.cast("double")).divide(halfLifeDays.cast("double")));
    return floor(millionths.multiply(remaining)).cast("double");
  }
}
