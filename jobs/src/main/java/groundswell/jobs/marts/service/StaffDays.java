package groundswell.jobs.marts.service;

import groundswell.jobs.fold.FoldedRows;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The days of a community in, each after the headcounts recorded on it; the days with the staff at
 * work out, each department's as last recorded.
 */
final class StaffDays extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "community_id STRING, event_date DATE, community_members BIGINT, staff_headcount BIGINT");

  private static final int MEMBERS = 2;

  private final Map<UTF8String, Integer> headcounts = new HashMap<>();
  private UTF8String community;

  StaffDays(Iterator<InternalRow> days) {
    super(days);
  }

  @Override
  protected List<InternalRow> fold() {
    InternalRow row = take();
    if (!row.getUTF8String(0).equals(community)) {
      community = row.getUTF8String(0);
      headcounts.clear();
    }
    if (row.isNullAt(MEMBERS)) {
      headcounts.put(row.getUTF8String(5), row.getInt(6));
      return List.of();
    }
    return List.of(
        new GenericInternalRow(
            new Object[] {community, row.getInt(1), row.getLong(MEMBERS), staff()}));
  }

  /** Null before the first record. */
  private Long staff() {
    return headcounts.isEmpty()
        ? null
        : Long.valueOf(headcounts.values().stream().mapToLong(count -> count).sum());
  }
}
