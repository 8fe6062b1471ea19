package groundswell.jobs.marts.members;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import groundswell.jobs.SparkCase;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.ChannelDays;
import groundswell.jobs.memberset.MemberSets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Small tables of active days, for the specifications of the marts of members. */
public abstract class MemberMartCase extends SparkCase {
  /** A member of the community "tea" was active on a day and channel. */
  protected static Row on(String day, String channel, int member) {
    return row("tea", Date.valueOf(day), channel, member);
  }

  protected static Dataset<Row> channelDays(Row... active) {
    return channelDays("user", active);
  }

  protected static Dataset<Row> channelDays(String kind, Row... active) {
    return ChannelDays.from(
        table("community_id STRING, event_date DATE, channel STRING, member INT", active)
            .groupBy("community_id", "event_date", "channel")
            .agg(MemberSets.setOf(col("member")).as("member_bitmap"))
            .withColumn("actor_kind", lit(kind)));
  }

  /** First and last of some days on which members were active. */
  protected static Dataset<Row> lives(Row... active) {
    return Census.life(channelDays(active));
  }

  protected static Dataset<Row> channelSpans(Row... active) {
    return ChannelSpans.from(channelDays(active));
  }

  /** core.dim_member with one row per member of the community "tea". */
  protected static Dataset<Row> members(Row... members) {
    return table(
        "community_id STRING, member_number INT, actor_kind STRING, ring STRING,"
            + " valid_from_ts TIMESTAMP, is_current BOOLEAN, entry_channel STRING,"
            + " joined_ts TIMESTAMP, joined_date DATE, left_date DATE",
        members);
  }

  protected static Row joined(int number, String day, String entryChannel) {
    return joined(number, day, entryChannel, null);
  }

  protected static Row joined(int number, String day, String entryChannel, String leftDay) {
    Timestamp moment = Timestamp.from(LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    Date left = leftDay == null ? null : Date.valueOf(leftDay);
    return row(
        "tea",
        number,
        "user",
        "stable",
        moment,
        true,
        entryChannel,
        moment,
        Date.valueOf(day),
        left);
  }

  /** The rows that a condition selects, in the order of a column, cut to some columns. */
  protected static List<Row> rows(
      Dataset<Row> mart, String condition, String order, String... columns) {
    Dataset<Row> selected = mart.filter(condition).orderBy(order);
    return selected
        .select(
            java.util.Arrays.stream(columns)
                .map(name -> col(name))
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList();
  }
}
