package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.FoldedRows;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Spans of rings in, member by member in the order of time; the days that a community's members
 * spent in each ring and quarter out, of as many members as the partition holds.
 */
final class RingQuarters extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, quarter_start_date DATE, ring STRING, member_days BIGINT, \
          goods_spend DECIMAL(18,4), service_spend DECIMAL(18,4)""");

  private static final Decimal NOTHING = Decimal.apply(0, 18, 4);
  private static final int QUARTER_MONTHS = 3;

  private record Cell(UTF8String ring, int quarter) {}

  RingQuarters(Iterator<InternalRow> spans) {
    super(spans);
  }

  @Override
  protected List<InternalRow> fold() {
    RingSpan first = new RingSpan(upcoming());
    Map<Cell, Long> days = new HashMap<>();
    while (upcoming() != null && new RingSpan(upcoming()).isOfCommunity(first)) {
      RingSpan span = new RingSpan(take());
      boolean hasNext = upcoming() != null && new RingSpan(upcoming()).isOfMember(span);
      addDays(span, hasNext ? new RingSpan(upcoming()).from() : Integer.MAX_VALUE, days);
    }
    return days.entrySet().stream()
        .map(cell -> row(first.communityId(), cell.getKey(), cell.getValue()))
        .toList();
  }

  /** Cuts the span's days by quarters. */
  private static void addDays(RingSpan span, int next, Map<Cell, Long> days) {
    int end = Math.min(next, span.end());
    int day = Math.max(span.from(), span.joined());
    while (day < end) {
      LocalDate quarter = LocalDate.ofEpochDay(day).with(IsoFields.DAY_OF_QUARTER, 1);
      int until = Math.toIntExact(quarter.plusMonths(QUARTER_MONTHS).toEpochDay());
      Cell cell = new Cell(span.ring(), Math.toIntExact(quarter.toEpochDay()));
      days.merge(cell, (long) Math.min(until, end) - day, Long::sum);
      day = until;
    }
  }

  private static InternalRow row(UTF8String communityId, Cell cell, long days) {
    return new GenericInternalRow(
        new Object[] {communityId, cell.quarter(), cell.ring(), days, NOTHING, NOTHING});
  }
}
