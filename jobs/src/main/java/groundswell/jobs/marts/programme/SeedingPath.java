package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * How far one member came, and when: an instant for each step reached within the window, in the
 * order of {@link SeedingStep}.
 */
record SeedingPath(InternalRow row) {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, entry_step STRING, week_date DATE, contacted BIGINT, \
          invited BIGINT, joined BIGINT, first_contribution BIGINT, tester BIGINT, \
          core_tester BIGINT""");

  static final String[] COHORT = {COMMUNITY_ID, ENTRY_STEP, WEEK_DATE};

  private static final int FIRST_STEP = 3;

  static SeedingPath of(UTF8String communityId, SeedingStep entry, int week, Long[] instants) {
    Object[] values = new Object[FIRST_STEP + instants.length];
    values[0] = communityId;
    values[1] = entry.symbol();
    values[2] = week;
    System.arraycopy(instants, 0, values, FIRST_STEP, instants.length);
    return new SeedingPath(new GenericInternalRow(values));
  }

  UTF8String communityId() {
    return row.getUTF8String(0);
  }

  SeedingStep entry() {
    return SeedingStep.of(row.getUTF8String(1));
  }

  int week() {
    return row.getInt(2);
  }

  boolean isReached(SeedingStep step) {
    return !row.isNullAt(FIRST_STEP + step.place());
  }

  /** Instant of the step [micros since 1970]. */
  long instant(SeedingStep step) {
    return row.getLong(FIRST_STEP + step.place());
  }

  boolean isSameCohort(SeedingPath other) {
    return week() == other.week()
        && entry() == other.entry()
        && communityId().equals(other.communityId());
  }
}
