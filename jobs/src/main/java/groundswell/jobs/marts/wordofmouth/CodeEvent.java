package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.Money;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One thing that happened to a referral code: its row has {@link #columns}. */
record CodeEvent(InternalRow row) {
  /** Currency of the community. */
  static final String HOME_CURRENCY = "home_currency";

  private static final Set<UTF8String> STAFF =
      Set.of(
          UTF8String.fromString("bot"),
          UTF8String.fromString("employee"),
          UTF8String.fromString("founder"));

  static Column[] columns() {
    return Fold.columns(
        COMMUNITY_ID,
        EVENT_TS,
        KIND,
        EVENT_ID,
        WEEK_DATE,
        REFERRAL_CODE,
        CHANNEL,
        MEMBER_NUMBER,
        ACTOR_KIND,
        RING,
        REFERRER_NUMBER,
        SESSION_HINT,
        AMOUNT,
        CURRENCY,
        HOME_CURRENCY);
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  /** Instant [micros since 1970]. */
  long micros() {
    return row.getLong(1);
  }

  String kind() {
    return row.getUTF8String(2).toString();
  }

  /** Monday of the local week [days since 1970]. */
  int week() {
    return row.getInt(4);
  }

  UTF8String code() {
    return row.getUTF8String(5);
  }

  UTF8String channel() {
    return row.getUTF8String(6);
  }

  /** Null when nobody is known. */
  Integer member() {
    return row.isNullAt(7) ? null : Integer.valueOf(row.getInt(7));
  }

  boolean isByStaff() {
    return STAFF.contains(row.getUTF8String(8));
  }

  UTF8String ring() {
    return row.getUTF8String(9);
  }

  /** Null when nobody is known. */
  Integer referrer() {
    return row.isNullAt(10) ? null : Integer.valueOf(row.getInt(10));
  }

  /** Null where the source knows no sessions. */
  UTF8String session() {
    return row.getUTF8String(11);
  }

  /** Of a commission [ten-thousandths of the currency]. */
  long amount() {
    return Money.read(row, 12);
  }

  boolean isInHomeCurrency() {
    return homeCurrency().equals(row.getUTF8String(13));
  }

  UTF8String homeCurrency() {
    return row.getUTF8String(14);
  }

  /** Whether both are known to come from one session. */
  boolean isSameSession(CodeEvent other) {
    return session() != null && session().equals(other.session());
  }
}
