package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Moves in, community by community and week by week; moves and those who stayed out. */
final class TieWeeks extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, from_state STRING, to_state STRING, \
          trigger_channel STRING, direction STRING, moves BIGINT, members_before BIGINT, \
          days_to_convert_p50 BIGINT, days_to_convert_p90 BIGINT""");

  private static final List<UTF8String> STATES = TieOrder.STATES;

  private static final int OUTSIDE = 0;
  private static final int DAYS_OF_WEEK = 7;

  private static final UTF8String UP = UTF8String.fromString("up");
  private static final UTF8String DOWN = UTF8String.fromString("down");
  private static final UTF8String IN = UTF8String.fromString("in");
  private static final UTF8String OUT = UTF8String.fromString("out");
  private static final UTF8String HELD = UTF8String.fromString("held");
  private static final UTF8String NO_CHANNEL = UTF8String.fromString("none");

  TieWeeks(Iterator<InternalRow> moves) {
    super(moves);
  }

  @Override
  protected List<InternalRow> fold() {
    TieMove first = new TieMove(upcoming());
    List<InternalRow> rows = new ArrayList<>();
    long[] census = new long[STATES.size()];
    int lastDay = first.lastDay();
    for (int week = WeeklyMoves.weekOf(first.firstDay()); week <= lastDay; week += DAYS_OF_WEEK) {
      census = tellWeek(first.communityId(), week, census, rows);
    }
    giveWhile(row -> new TieMove(row).communityId().equals(first.communityId()), row -> {});
    return rows;
  }

  /** Returns the census at the end of the week. */
  private long[] tellWeek(UTF8String community, int week, long[] before, List<InternalRow> rows) {
    long[] staying = before.clone();
    long[] after = new long[before.length];
    while (isOf(community, week)) {
      Cell cell = cell();
      int from = STATES.indexOf(cell.move.from());
      int to = STATES.indexOf(cell.move.to());
      staying[from] -= cell.moves;
      after[to] += cell.moves;
      rows.add(cell.row(from == OUTSIDE ? 0 : before[from], direction(from, to)));
    }
    for (int state = OUTSIDE + 1; state < before.length; state++) {
      after[state] += staying[state];
      if (staying[state] > 0) {
        rows.add(held(community, week, STATES.get(state), staying[state], before[state]));
      }
    }
    return after;
  }

  private boolean isOf(UTF8String community, int week) {
    return upcoming() != null
        && new TieMove(upcoming()).week() == week
        && new TieMove(upcoming()).communityId().equals(community);
  }

  private Cell cell() {
    Cell cell = new Cell(new TieMove(upcoming()));
    giveWhile(row -> cell.move.isSameCell(new TieMove(row)), row -> cell.take(new TieMove(row)));
    return cell;
  }

  private static UTF8String direction(int from, int to) {
    if (from == OUTSIDE) {
      return IN;
    }
    if (to == OUTSIDE) {
      return OUT;
    }
    return to > from ? UP : DOWN;
  }

  private static InternalRow held(
      UTF8String community, int week, UTF8String state, long stayed, long before) {
    return new GenericInternalRow(
        new Object[] {community, week, state, state, NO_CHANNEL, HELD, stayed, before, null, null});
  }

  /** One row of the mart while its moves go by, in the order of their days. */
  private static final class Cell {
    private final TieMove move;
    private final List<TieMove> parts = new ArrayList<>();
    private long moves;

    private Cell(TieMove move) {
      this.move = move;
    }

    private void take(TieMove part) {
      parts.add(part);
      moves += part.moves();
    }

    private InternalRow row(long before, UTF8String direction) {
      return new GenericInternalRow(
          new Object[] {
            move.communityId(),
            move.week(),
            move.from(),
            move.to(),
            move.channel(),
            direction,
            moves,
            before,
            percentile(50),
            percentile(90)
          });
    }

    /** Nearest rank, as {@link groundswell.jobs.marts.measure.Share#percentile}. */
    private Long percentile(int percent) {
      long rank = (moves * percent + 99) / 100;
      for (TieMove part : parts) {
        rank -= part.moves();
        if (rank <= 0) {
          return part.days() < 0 ? null : Long.valueOf(part.days());
        }
      }
      return null;
    }
  }
}
