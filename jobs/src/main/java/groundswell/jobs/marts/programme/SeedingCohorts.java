package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;

/** Paths in, cohort by cohort; one row for each step of each cohort out. */
final class SeedingCohorts extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, entry_step STRING, week_date DATE, funnel_step STRING, \
          base_step STRING, conversion_window_days INT, cohort_members BIGINT, \
          base_members BIGINT, members_reached BIGINT, step_seconds_p50 BIGINT, \
          step_seconds_mean DOUBLE, overall_seconds_p50 BIGINT, overall_seconds_mean DOUBLE""");

  private static final long SECOND = 1_000_000;

  SeedingCohorts(Iterator<InternalRow> paths) {
    super(paths);
  }

  @Override
  protected List<InternalRow> fold() {
    SeedingPath first = new SeedingPath(upcoming());
    List<SeedingPath> cohort = new ArrayList<>();
    giveWhile(
        row -> first.isSameCohort(new SeedingPath(row)), row -> cohort.add(new SeedingPath(row)));
    List<InternalRow> rows = new ArrayList<>();
    for (SeedingStep step : SeedingStep.values()) {
      if (step.isOnWayOf(first.entry())) {
        rows.add(row(first, step, cohort));
      }
    }
    return rows;
  }

  private static InternalRow row(SeedingPath first, SeedingStep step, List<SeedingPath> cohort) {
    SeedingStep entry = first.entry();
    SeedingStep base = step.base(entry);
    List<SeedingPath> arrived = cohort.stream().filter(path -> path.isReached(step)).toList();
    long[] overall = seconds(arrived, path -> path.instant(step) - path.instant(entry));
    long[] own =
        step == entry
            ? new long[0]
            : seconds(arrived, path -> path.instant(step) - path.instant(base));
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          entry.symbol(),
          first.week(),
          step.symbol(),
          step == entry ? null : base.symbol(),
          SeedingPaths.WINDOW_DAYS,
          (long) cohort.size(),
          cohort.stream().filter(path -> path.isReached(base)).count(),
          (long) arrived.size(),
          median(own),
          mean(own),
          median(overall),
          mean(overall)
        });
  }

  /** Sorted. */
  private static long[] seconds(List<SeedingPath> paths, ToLongFunction<SeedingPath> micros) {
    return paths.stream()
        .mapToLong(path -> Math.floorDiv(micros.applyAsLong(path), SECOND))
        .sorted()
        .toArray();
  }

  /** Nearest rank, as {@link groundswell.jobs.marts.measure.Share#percentile}. */
  private static Long median(long[] sorted) {
    return sorted.length == 0 ? null : Long.valueOf(sorted[(sorted.length + 1) / 2 - 1]);
  }

  private static Double mean(long[] values) {
    return values.length == 0
        ? null
        : Double.valueOf((double) Arrays.stream(values).sum() / values.length);
  }
}
