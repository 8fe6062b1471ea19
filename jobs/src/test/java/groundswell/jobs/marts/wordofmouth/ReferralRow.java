package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One row of {@code core.fact_referral} for a test: in community {@code club}, on wechat, by a user
 * in ring stable, minutes after noon on Monday, 2 March 2026.
 */
final class ReferralRow {
  static final List<String> COLUMNS =
      List.of(
          COMMUNITY_ID,
          EVENT_DATE,
          EVENT_TS,
          EVENT_ID,
          KIND,
          REFERRAL_CODE,
          CHANNEL,
          MEMBER_NUMBER,
          ACTOR_KIND,
          RING,
          REFERRER_NUMBER,
          SESSION_HINT,
          AMOUNT,
          CURRENCY);

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Map<String, Object> values = new HashMap<>();

  ReferralRow(String kind, Integer member, String code, int minute) {
    Instant instant = NOON.plusSeconds(60L * minute);
    with(COMMUNITY_ID, "club")
        .with(EVENT_DATE, Date.valueOf(instant.atZone(ZoneOffset.UTC).toLocalDate()))
        .with(EVENT_TS, Timestamp.from(instant))
        .with(KIND, kind)
        .with(REFERRAL_CODE, code)
        .with(CHANNEL, "wechat")
        .with(MEMBER_NUMBER, member)
        .with(ACTOR_KIND, "user")
        .with(RING, "stable");
  }

  ReferralRow with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  Row row() {
    return RowFactory.create(COLUMNS.stream().map(values::get).toArray());
  }
}
