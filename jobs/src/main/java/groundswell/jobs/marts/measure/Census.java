package groundswell.jobs.marts.measure;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.marts.mart.SharedRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who counts as a member in the marts, and over which days a community lives. */
public final class Census {
  /** Stands for any channel. */
  public static final String ALL_CHANNELS = "all";

  /** {@link #life}, computed once for all marts of a run. */
  public static final SharedRows LIFE = sources -> life(sources.of(ChannelDays.SHARED));

  public static final String FIRST_DATE = "first_date";
  public static final String LAST_DATE = "last_date";

  private Census() {}

  /** Bots and staff are in the facts and not in the counts. */
  public static Column isCounted() {
    return isCounted(ACTOR_KIND);
  }

  /** The same for a column of another name that holds somebody's kind. */
  public static Column isCounted(String kind) {
    return not(col(kind).isin("bot", "employee", "founder"));
  }

  /** First and last day with activity. Grain: one row per community. */
  public static Dataset<Row> life(Dataset<Row> channelDays) {
    return channelDays
        .filter(col(CHANNEL).equalTo(ALL_CHANNELS))
        .groupBy(COMMUNITY_ID)
        .agg(min(EVENT_DATE).as(FIRST_DATE), max(EVENT_DATE).as(LAST_DATE));
  }

  /** Every day of a community's life, with activity or without. */
  public static Dataset<Row> days(Dataset<Row> channelDays) {
    return life(channelDays)
        .select(
            col(COMMUNITY_ID), explode(sequence(col(FIRST_DATE), col(LAST_DATE))).as(EVENT_DATE));
  }

  /** Every channel on which a community was ever active, and all. */
  public static Dataset<Row> channels(Dataset<Row> channelDays) {
    return channelDays.select(COMMUNITY_ID, CHANNEL).distinct();
  }
}
