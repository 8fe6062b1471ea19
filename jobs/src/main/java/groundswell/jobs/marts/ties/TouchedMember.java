package groundswell.jobs.marts.ties;

import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.List;

/** The stays and the touches of one member, each in the order of days. */
final class TouchedMember {
  private final List<WeeklyMoves.Stay> stays = new ArrayList<>();
  private final List<TouchEntry> touches = new ArrayList<>();
  private TouchEntry origin;

  void take(TouchEntry deed) {
    if (deed.isTouch()) {
      touches.add(deed);
    } else {
      stays.add(deed.asStay());
      origin = deed;
    }
  }

  /** False for somebody who is no member, or does not count. */
  boolean isMember() {
    return origin != null;
  }

  List<WeeklyMoves.Stay> stays() {
    return stays;
  }

  /** Touches from a day on, before another. */
  List<TouchEntry> touches(int fromDay, int untilDay) {
    return touches.stream()
        .filter(touch -> touch.day() >= fromDay && touch.day() < untilDay)
        .toList();
  }

  /** First day of the community [days since 1970]. */
  int firstDay() {
    return origin.firstDay();
  }

  /** Last day of the community [days since 1970]. */
  int lastDay() {
    return origin.lastDay();
  }
}
