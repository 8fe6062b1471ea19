package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.fold.MemberRow;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Milestones in, member by member; how far each came out. A row in: community, member, milestone,
 * instant [micros], day.
 */
final class SeedingPaths extends FoldedRows {
  /** Days from the entry within which a step counts. */
  static final int WINDOW_DAYS = 90;

  private static final long WINDOW_MICROS = WINDOW_DAYS * 86_400_000_000L;

  SeedingPaths(Iterator<InternalRow> milestones) {
    super(milestones);
  }

  @Override
  protected List<InternalRow> fold() {
    MemberRow member = MemberRow.of(upcoming());
    Long[] told = new Long[SeedingStep.values().length];
    int[] days = new int[told.length];
    giveWhile(row -> member.isOfMember(MemberRow.of(row)), row -> take(row, told, days));
    SeedingStep entry = entry(told);
    if (entry == null) {
      return List.of();
    }
    int week = WeeklyMoves.weekOf(days[entry.place()]);
    return List.of(SeedingPath.of(member.communityId(), entry, week, reached(told, entry)).row());
  }

  private static void take(InternalRow row, Long[] told, int[] days) {
    int step = SeedingStep.of(row.getUTF8String(2)).place();
    told[step] = row.getLong(3);
    days[step] = row.getInt(4);
  }

  /** What came first of contact, invitation and joining; at one instant the earlier step. */
  private static SeedingStep entry(Long[] told) {
    SeedingStep entry = null;
    for (SeedingStep step :
        List.of(SeedingStep.CONTACTED, SeedingStep.INVITED, SeedingStep.JOINED)) {
      Long instant = told[step.place()];
      if (instant != null && (entry == null || instant < told[entry.place()])) {
        entry = step;
      }
    }
    return entry;
  }

  /** Of what was told only what was reached in order and in time. */
  private static Long[] reached(Long[] told, SeedingStep entry) {
    Long[] reached = new Long[told.length];
    long entered = told[entry.place()];
    for (SeedingStep step : SeedingStep.values()) {
      Long instant = told[step.place()];
      Long base = step == entry ? instant : reached[step.base(entry).place()];
      boolean isInOrder = instant != null && base != null && instant >= base;
      if (step.isOnWayOf(entry) && isInOrder && instant - entered <= WINDOW_MICROS) {
        reached[step.place()] = instant;
      }
    }
    return reached;
  }
}
