package groundswell.jobs.marts.ties;

import groundswell.jobs.facts.TieStateFact;
import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Changes in, community by community; every state on every day of the community's life out. A
 * community lives from its first active day to its last; who came before stands on the first.
 */
final class TieDays extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, event_date DATE, tie_state STRING, members BIGINT, \
          community_members BIGINT""");

  private static final List<UTF8String> STATES =
      TieStateFact.STATES.stream().map(UTF8String::fromString).toList();

  /** Place of all members among the sums, after the states. */
  private static final int MEMBERS = STATES.size();

  TieDays(Iterator<InternalRow> changes) {
    super(changes);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = new TieChange(upcoming()).communityId();
    List<TieChange> changes =
        takeWhile(row -> new TieChange(row).communityId().equals(community)).stream()
            .map(TieChange::new)
            .toList();
    IntSummaryStatistics life =
        changes.stream().filter(TieChange::isActivity).mapToInt(TieChange::day).summaryStatistics();
    if (life.getCount() == 0) {
      return List.of();
    }
    return rows(community, life.getMin(), changesByDay(changes, life));
  }

  /** From the first day to the last, what changes in each state and among all members. */
  private static long[][] changesByDay(List<TieChange> changes, IntSummaryStatistics life) {
    long[][] byDay = new long[life.getMax() - life.getMin() + 1][MEMBERS + 1];
    for (TieChange change : changes) {
      int place = change.isOfMembers() ? MEMBERS : STATES.indexOf(change.what());
      if (place >= 0 && change.day() <= life.getMax()) {
        byDay[Math.max(change.day() - life.getMin(), 0)][place] += change.change();
      }
    }
    return byDay;
  }

  private static List<InternalRow> rows(UTF8String community, int firstDay, long[][] byDay) {
    List<InternalRow> rows = new ArrayList<>();
    long[] members = new long[MEMBERS + 1];
    for (int day = 0; day < byDay.length; day++) {
      for (int place = 0; place <= MEMBERS; place++) {
        members[place] += byDay[day][place];
      }
      for (int state = 0; state < MEMBERS; state++) {
        rows.add(
            new GenericInternalRow(
                new Object[] {
                  community, firstDay + day, STATES.get(state), members[state], members[MEMBERS]
                }));
      }
    }
    return rows;
  }
}
