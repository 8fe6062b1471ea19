package groundswell.jobs.marts.ties;

import groundswell.jobs.marts.members.MemberMartCase;
import java.sql.Date;
import java.sql.Timestamp;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stays in tie states and touches of the community "tea"; it lives from 2 March to 31 May 2026. */
abstract class TouchCase extends MemberMartCase {
  static Row stay(int member, String from, String to, String state) {
    Date until = to == null ? null : Date.valueOf(to);
    return row("tea", member, "user", Date.valueOf(from), until, state);
  }

  static Row touch(int member, String kind, String instant) {
    return touch(member, kind, "forum", instant);
  }

  static Row touch(int member, String kind, String channel, String instant) {
    Date day = Date.valueOf(instant.substring(0, 10));
    return row("tea", member, day, kind, channel, Timestamp.valueOf(instant));
  }

  static Dataset<Row> stays(Row... stays) {
    return table(
        "community_id STRING, member_number INT, actor_kind STRING, from_date DATE, to_date DATE,"
            + " tie_state STRING",
        stays);
  }

  static Dataset<Row> touches(Row... touches) {
    return table(
        "community_id STRING, member_number INT, event_date DATE, touch_kind STRING,"
            + " channel STRING, event_ts TIMESTAMP",
        touches);
  }

  static Dataset<Row> life() {
    return lives(on("2026-03-02", "forum", 1), on("2026-05-31", "forum", 1));
  }
}
