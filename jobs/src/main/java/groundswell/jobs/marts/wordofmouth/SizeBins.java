package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Sizes in, week by week and channel by channel; one row per bin that holds any out. Comes sorted
 * by: community, week [days since 1970], channel; then the size.
 */
final class SizeBins extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, channel STRING, size_bin INT, size_from BIGINT, \
          size_to BIGINT, cascades BIGINT, cascades_at_least BIGINT, week_cascades BIGINT, \
          exceedance DOUBLE, tail_from BIGINT, tail_cascades BIGINT, tail_exponent DOUBLE""");

  SizeBins(Iterator<InternalRow> sizes) {
    super(sizes);
  }

  /** Where cascades are counted together. */
  private record Week(UTF8String communityId, int week, UTF8String channel) {
    private static Week of(InternalRow row) {
      return new Week(row.getUTF8String(0), row.getInt(1), row.getUTF8String(2));
    }
  }

  @Override
  protected List<InternalRow> fold() {
    Week week = Week.of(upcoming());
    NavigableMap<Long, Long> cascadesBySize = new TreeMap<>();
    giveWhile(
        row -> Week.of(row).equals(week),
        row -> cascadesBySize.merge(row.getLong(3), 1L, Long::sum));
    return rows(week, cascadesBySize);
  }

  private static List<InternalRow> rows(Week week, NavigableMap<Long, Long> cascadesBySize) {
    long all = total(cascadesBySize);
    TailExponent tail = TailExponent.of(cascadesBySize);
    List<InternalRow> rows = new ArrayList<>();
    for (int bin = 0; 1L << bin <= cascadesBySize.lastKey(); bin++) {
      long from = 1L << bin;
      long cascades = total(cascadesBySize.subMap(from, 2 * from));
      if (cascades > 0) {
        long atLeast = total(cascadesBySize.tailMap(from));
        rows.add(
            new GenericInternalRow(
                new Object[] {
                  week.communityId,
                  week.week,
                  week.channel,
                  bin,
                  from,
                  2 * from - 1,
                  cascades,
                  atLeast,
                  all,
                  (double) atLeast / (double) all,
                  TailExponent.TAIL_FROM,
                  tail.cascades(),
                  tail.estimate()
                }));
      }
    }
    return rows;
  }

  private static long total(SortedMap<Long, Long> cascadesBySize) {
    return cascadesBySize.values().stream().mapToLong(Long::longValue).sum();
  }
}
