package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.Money;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A count of mentions, a post, a join or money spent: its row has {@link #columns}. */
record Voice(InternalRow row) {
  static final int RIVAL = 0;
  static final int POST = 1;
  static final int JOIN = 2;
  static final int SPENT = 3;

  static final String WHAT = "what";
  static final String NUMBER = "number";

  static Column[] columns(String homeCurrency) {
    return Fold.columns(
        COMMUNITY_ID,
        WEEK_DATE,
        CHANNEL,
        WHAT,
        BRAND,
        IS_PAID_MEDIA,
        EVENT_DATE,
        EVENT_TS,
        EVENT_ID,
        NUMBER,
        AMOUNT,
        CURRENCY,
        homeCurrency);
  }

  /** Cell by cell; of one brand, day and kind of mention the last count stands last. */
  static Column[] inOrder() {
    return Fold.columns(
        WEEK_DATE,
        CHANNEL,
        COMMUNITY_ID,
        WHAT,
        BRAND,
        IS_PAID_MEDIA,
        EVENT_DATE,
        EVENT_TS,
        EVENT_ID);
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  /** Monday [days since 1970]. */
  int week() {
    return row.getInt(1);
  }

  UTF8String channel() {
    return row.getUTF8String(2);
  }

  int what() {
    return row.getInt(3);
  }

  /** Null for the firm itself. */
  UTF8String brand() {
    return row.getUTF8String(4);
  }

  boolean isPaid() {
    return row.getBoolean(5);
  }

  /** Mentions counted; of a join 1 when somebody invited. */
  long number() {
    return row.getLong(9);
  }

  /** Of money spent [ten-thousandths]. */
  long amount() {
    return Money.read(row, 10);
  }

  boolean isInHomeCurrency() {
    return homeCurrency().equals(row.getUTF8String(11));
  }

  UTF8String homeCurrency() {
    return row.getUTF8String(12);
  }

  boolean isSameCell(Voice other) {
    return week() == other.week()
        && channel().equals(other.channel())
        && communityId().equals(other.communityId());
  }

  /** Whether both count the same mentions: one brand, one day, paid or not. */
  boolean isRecountOf(Voice other) {
    return what() == RIVAL
        && other.what() == RIVAL
        && brand().equals(other.brand())
        && isPaid() == other.isPaid()
        && row.getInt(6) == other.row.getInt(6);
  }
}
