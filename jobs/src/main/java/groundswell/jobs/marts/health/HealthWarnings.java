package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person should hear of the health tables, one sentence per community that is not well. */
public final class HealthWarnings {
  /** Days of a community, its last one included, that are still worth a warning. */
  private static final int RECENT_DAYS = 7;

  private static final String LAST_DATE = "last_date";
  private static final String LATEST = "latest_day";

  private HealthWarnings() {}

  /** Of recent days out of band in {@code meta.volume}, how many there are and the latest. */
  public static Dataset<Row> ofVolume(Dataset<Row> volume) {
    Dataset<Row> last = volume.groupBy(COMMUNITY_ID).agg(max(EVENT_DATE).as(LAST_DATE));
    Column isRecent = datediff(col(LAST_DATE), col(EVENT_DATE)).lt(RECENT_DAYS);
    return volume
        .join(broadcast(last), COMMUNITY_ID)
        .where(col(HEALTH_STATE).isin("warn", "fail").and(isRecent))
        .groupBy(COMMUNITY_ID)
        .agg(
            count(lit(1)).as(EVENT_DAYS),
            max(struct(EVENT_DATE, EVENTS, USUAL_EVENTS, HEALTH_STATE)).as(LATEST))
        .orderBy(COMMUNITY_ID)
        .select(
            format_string(
                "%s: %d of the last "
                    + RECENT_DAYS
                    + " days out of band, e.g. %s with %d events where %.0f are usual (%s);"
                    + " see meta.volume",
                col(COMMUNITY_ID),
                col(EVENT_DAYS),
                latest(EVENT_DATE).cast("string"),
                latest(EVENTS),
                latest(USUAL_EVENTS),
                latest(HEALTH_STATE)));
  }

  /** Of communities whose next day was due before {@code today} in {@code meta.freshness}. */
  public static Dataset<Row> ofFreshness(Dataset<Row> freshness, LocalDate today) {
    Column isOverdue = col(WARN_AFTER_DATE).lt(lit(Date.valueOf(today)));
    return freshness
        .where(col(HEALTH_STATE).equalTo("open").and(isOverdue))
        .orderBy(COMMUNITY_ID)
        .select(
            format_string(
                "%s: no events after %s, the next were due by %s; see meta.freshness",
                col(COMMUNITY_ID),
                col(EVENT_DATE).cast("string"),
                col(WARN_AFTER_DATE).cast("string")));
  }

  private static Column latest(String column) {
    return col(LATEST).getField(column);
  }
}
