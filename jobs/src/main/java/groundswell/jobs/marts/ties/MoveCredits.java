package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Stays and touches in, member by member; the credits of a community's upward moves out. */
final class MoveCredits extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, from_state STRING, to_state STRING, \
          touch_kind STRING, touch_channel STRING, touched_members BIGINT, touches BIGINT, \
          first_credit BIGINT, last_credit BIGINT, even_millionths BIGINT""");

  static final String EVEN_MILLIONTHS = "even_millionths";

  /** Days before a move within which a touch counts. */
  private static final int WINDOW_DAYS = 28;

  private record Cell(int week, UTF8String from, UTF8String to, MoveCredit.Touch touch) {}

  MoveCredits(Iterator<InternalRow> deeds) {
    super(deeds);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = new TouchEntry(upcoming()).communityId();
    Map<Cell, MoveCredit.Credit> credits = new HashMap<>();
    while (upcoming() != null && new TouchEntry(upcoming()).communityId().equals(community)) {
      credit(member(), credits);
    }
    List<InternalRow> rows = new ArrayList<>();
    credits.forEach((cell, credit) -> rows.add(row(community, cell, credit)));
    return rows;
  }

  private TouchedMember member() {
    TouchEntry first = new TouchEntry(upcoming());
    TouchedMember member = new TouchedMember();
    giveWhile(
        row -> first.isOfMember(new TouchEntry(row)), row -> member.take(new TouchEntry(row)));
    return member;
  }

  private static void credit(TouchedMember member, Map<Cell, MoveCredit.Credit> credits) {
    if (!member.isMember()) {
      return;
    }
    for (WeeklyMoves.Move move :
        WeeklyMoves.of(member.stays(), member.firstDay(), member.lastDay())) {
      if (isUpward(move)) {
        MoveCredit.of(member.touches(move.day() - WINDOW_DAYS, move.day()))
            .forEach(
                (touch, credit) ->
                    credits.merge(cell(move, touch), credit, MoveCredit.Credit::plus));
      }
    }
  }

  private static boolean isUpward(WeeklyMoves.Move move) {
    return move.before() != null
        && move.after() != null
        && TieOrder.isCloser(move.after().state(), move.before().state());
  }

  private static Cell cell(WeeklyMoves.Move move, MoveCredit.Touch touch) {
    return new Cell(move.week(), move.before().state(), move.after().state(), touch);
  }

  private static InternalRow row(UTF8String community, Cell cell, MoveCredit.Credit credit) {
    return new GenericInternalRow(
        new Object[] {
          community,
          cell.week,
          cell.from,
          cell.to,
          cell.touch.kind(),
          cell.touch.channel(),
          credit.members(),
          credit.touches(),
          credit.first(),
          credit.last(),
          credit.even()
        });
  }
}
