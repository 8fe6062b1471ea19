package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.Money;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One row of {@code core.fact_launch_event} by the clock of its launch: it has {@link #columns}.
 */
record LaunchEvent(InternalRow row) {
  static Column[] columns() {
    return Fold.columns(
        LAUNCH_ID,
        CHANNEL,
        SKU,
        COMMUNITY_ID,
        LaunchClock.OPENING,
        LaunchClock.SECONDS,
        KIND,
        MEMBER_NUMBER,
        QUANTITY,
        AMOUNT,
        CURRENCY);
  }

  UTF8String launchId() {
    return row.getUTF8String(0);
  }

  UTF8String channel() {
    return row.getUTF8String(1);
  }

  UTF8String sku() {
    return row.getUTF8String(2);
  }

  UTF8String communityId() {
    return row.getUTF8String(3);
  }

  /** Opening of the launch [micros since 1970]; null when it never opened. */
  Long openedMicros() {
    return number(4);
  }

  /** Since the opening [s]; null when the launch never opened, which none with an order does. */
  Long seconds() {
    return number(5);
  }

  LaunchKind kind() {
    return LaunchKind.of(row.getUTF8String(6));
  }

  /** False for the firm and for guests. */
  boolean isOfMember() {
    return !row.isNullAt(7);
  }

  int member() {
    return row.getInt(7);
  }

  long units() {
    return row.getLong(8);
  }

  /** Money concerned [ten-thousandths of the currency unit]; 0 where none is. */
  long money() {
    return row.isNullAt(9) ? 0 : Money.read(row, 9);
  }

  /** Null where no money is concerned. */
  UTF8String currency() {
    return row.getUTF8String(10);
  }

  boolean isSameLaunch(LaunchEvent other) {
    return launchId().equals(other.launchId())
        && channel().equals(other.channel())
        && sku().equals(other.sku())
        && communityId().equals(other.communityId());
  }

  private Long number(int place) {
    return row.isNullAt(place) ? null : Long.valueOf(row.getLong(place));
  }
}
