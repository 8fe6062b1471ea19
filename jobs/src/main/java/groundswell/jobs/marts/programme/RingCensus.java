package groundswell.jobs.marts.programme;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Moves in, community by community and week by week; every ring in every week out. */
final class RingCensus extends FoldedRows {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, week_date DATE, ring STRING, members BIGINT, \
          members_before BIGINT, entrants BIGINT, leavers BIGINT, promoted_in BIGINT, \
          promoted_out BIGINT, demoted_in BIGINT, demoted_out BIGINT""");

  /** From the outside in. */
  private static final List<UTF8String> RINGS =
      Stream.of("unknown", "stable", "dev", "honorary_beta", "core")
          .map(UTF8String::fromString)
          .toList();

  private static final int ENTRANTS = 0;
  private static final int LEAVERS = 1;
  private static final int PROMOTED_IN = 2;
  private static final int PROMOTED_OUT = 3;
  private static final int DEMOTED_IN = 4;
  private static final int DEMOTED_OUT = 5;
  private static final int WAYS = 6;

  private static final int DAYS_OF_WEEK = 7;

  RingCensus(Iterator<InternalRow> moves) {
    super(moves);
  }

  @Override
  protected List<InternalRow> fold() {
    RingMove first = new RingMove(upcoming());
    List<InternalRow> rows = new ArrayList<>();
    long[] census = new long[RINGS.size()];
    int lastDay = first.lastDay();
    for (int week = WeeklyMoves.weekOf(first.firstDay()); week <= lastDay; week += DAYS_OF_WEEK) {
      long[][] ways = waysOf(first.communityId(), week);
      for (int ring = 0; ring < census.length; ring++) {
        long before = census[ring];
        census[ring] += change(ways[ring]);
        rows.add(row(first.communityId(), week, ring, census[ring], before, ways[ring]));
      }
    }
    return rows;
  }

  /** By ring, how many went which way in the week. */
  private long[][] waysOf(UTF8String community, int week) {
    long[][] ways = new long[RINGS.size()][WAYS];
    giveWhile(
        row ->
            new RingMove(row).week() == week && new RingMove(row).communityId().equals(community),
        row -> count(new RingMove(row), ways));
    return ways;
  }

  private static void count(RingMove move, long[][] ways) {
    int from = RINGS.indexOf(move.from());
    int to = RINGS.indexOf(move.to());
    if (move.from() == null) {
      ways[to][ENTRANTS] += move.moves();
    } else if (move.to() == null) {
      ways[from][LEAVERS] += move.moves();
    } else {
      ways[from][to > from ? PROMOTED_OUT : DEMOTED_OUT] += move.moves();
      ways[to][to > from ? PROMOTED_IN : DEMOTED_IN] += move.moves();
    }
  }

  private static long change(long[] ways) {
    long came = ways[ENTRANTS] + ways[PROMOTED_IN] + ways[DEMOTED_IN];
    return came - ways[LEAVERS] - ways[PROMOTED_OUT] - ways[DEMOTED_OUT];
  }

  private static InternalRow row(
      UTF8String community, int week, int ring, long members, long before, long[] ways) {
    return new GenericInternalRow(
        new Object[] {
          community,
          week,
          RINGS.get(ring),
          members,
          before,
          ways[ENTRANTS],
          ways[LEAVERS],
          ways[PROMOTED_IN],
          ways[PROMOTED_OUT],
          ways[DEMOTED_IN],
          ways[DEMOTED_OUT]
        });
  }
}
