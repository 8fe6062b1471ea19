package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Orders, payments and rejections in, step by step; each step with the totals so far out. */
final class LaunchSteps extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, launch_id STRING, offset_seconds BIGINT, step_seconds INT, \
          units_ordered BIGINT, units_paid BIGINT, rejections BIGINT, cumulative_ordered BIGINT, \
          cumulative_paid BIGINT, cumulative_rejections BIGINT""");

  private static final int FIRST_HOUR = 3600;
  private static final int MINUTE = 60;

  private UTF8String community;
  private UTF8String launch;
  private long ordered;
  private long paid;
  private long rejected;

  LaunchSteps(Iterator<InternalRow> events) {
    super(events);
  }

  static Column[] columns() {
    return Fold.columns(COMMUNITY_ID, LAUNCH_ID, LaunchClock.SECONDS, KIND, QUANTITY);
  }

  @Override
  protected List<InternalRow> fold() {
    begin(upcoming());
    long offset = offset(upcoming());
    long orderedBefore = ordered;
    long paidBefore = paid;
    long rejectedBefore = rejected;
    giveWhile(event -> isSameLaunch(event) && offset(event) == offset, this::add);
    return List.of(
        new GenericInternalRow(
            new Object[] {
              community,
              launch,
              offset,
              stepSeconds(offset),
              ordered - orderedBefore,
              paid - paidBefore,
              rejected - rejectedBefore,
              ordered,
              paid,
              rejected
            }));
  }

  /** A step of the same launch goes on from its totals; another launch begins with nothing. */
  private void begin(InternalRow event) {
    if (!isSameLaunch(event)) {
      community = event.getUTF8String(0);
      launch = event.getUTF8String(1);
      ordered = 0;
      paid = 0;
      rejected = 0;
    }
  }

  private void add(InternalRow event) {
    LaunchKind kind = LaunchKind.of(event.getUTF8String(3));
    switch (kind) {
      case ORDERED -> ordered = Math.addExact(ordered, event.getLong(4));
      case PAID -> paid = Math.addExact(paid, event.getLong(4));
      case REJECTED -> rejected++;
      default -> throw new IllegalArgumentException("no part of a sale: " + kind);
    }
  }

  /** Where the step begins that an event lies in [s from the opening]. */
  private static long offset(InternalRow event) {
    long seconds = event.getLong(2);
    return seconds - Math.floorMod(seconds, stepSeconds(seconds));
  }

  /** Steps are seconds in the first hour, else minutes. */
  private static int stepSeconds(long seconds) {
    return seconds >= 0 && seconds < FIRST_HOUR ? 1 : MINUTE;
  }

  private boolean isSameLaunch(InternalRow event) {
    return event.getUTF8String(1).equals(launch) && event.getUTF8String(0).equals(community);
  }
}
