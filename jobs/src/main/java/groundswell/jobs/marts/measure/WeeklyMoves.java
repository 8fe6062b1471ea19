package groundswell.jobs.marts.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What differs for one member between the ends of two ISO weeks. A week ends on its Sunday, the
 * last one on the last day of the community; before its first day everybody is outside. Days are
 * counted from 1970-01-01.
 */
public final class WeeklyMoves {
  /** Stands for an end that has not come. */
  public static final int NO_END = Integer.MAX_VALUE;

  private static final int DAYS_TO_SUNDAY = 6;

  /**
   * Days in one state.
   *
   * @param from first day
   * @param until first day after, or {@link #NO_END}
   */
  public record Stay(int from, int until, UTF8String state) {}

  /**
   * A member stood elsewhere at the end of the week than at the end of the week before.
   *
   * @param week its Monday
   * @param before null when the member came from outside
   * @param after null when the member left
   */
  public record Move(int week, Stay before, Stay after) {
    /** First day in the new state, or the first day outside. */
    public int day() {
      return after == null ? before.until() : after.from();
    }
  }

  private WeeklyMoves() {}

  /** Monday of the week of a day. */
  public static int weekOf(int day) {
    return day - Math.floorMod(day + 3, 7);
  }

  /** The moves of a member with these stays, which follow each other and do not overlap. */
  public static List<Move> of(List<Stay> stays, int firstDay, int lastDay) {
    List<Move> moves = new ArrayList<>();
    Stay before = null;
    int place = 0;
    for (int week : weeksOfChange(stays, firstDay, lastDay)) {
      int end = Math.min(week + DAYS_TO_SUNDAY, lastDay);
      while (place < stays.size() && stays.get(place).until() <= end) {
        place++;
      }
      Stay after = place < stays.size() && stays.get(place).from() <= end ? stays.get(place) : null;
      if (!isSame(before, after)) {
        moves.add(new Move(week, before, after));
      }
      before = after;
    }
    return moves;
  }

  private static int[] weeksOfChange(List<Stay> stays, int firstDay, int lastDay) {
    return stays.stream()
        .filter(stay -> stay.until() > firstDay)
        .flatMapToInt(stay -> IntStream.of(Math.max(stay.from(), firstDay), stay.until()))
        .filter(day -> day <= lastDay)
        .map(WeeklyMoves::weekOf)
        .sorted()
        .distinct()
        .toArray();
  }

  private static boolean isSame(Stay before, Stay after) {
    if (before == null || after == null) {
      return Objects.equals(before, after);
    }
    return before.state().equals(after.state());
  }
}
