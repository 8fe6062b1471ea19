package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import groundswell.jobs.marts.measure.WeeklyMoves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Stays and touches in, member by member; a community's changes of strata out, summed. */
final class TouchStrata extends FoldedRows {
  /** Days after a touch within which a move counts. */
  static final int FOLLOW_UP_DAYS = 28;

  private static final List<UTF8String> KINDS =
      Stream.of("service_reply_hour", "meetup", "recognition").map(UTF8String::fromString).toList();

  private static final UTF8String SHAREHOLDER = UTF8String.fromString("shareholder");

  private final Map<TouchStratum.Place, TouchStratum.Change> changes = new HashMap<>();

  TouchStrata(Iterator<InternalRow> deeds) {
    super(deeds);
  }

  @Override
  protected List<InternalRow> fold() {
    UTF8String community = new TouchEntry(upcoming()).communityId();
    changes.clear();
    while (upcoming() != null && new TouchEntry(upcoming()).communityId().equals(community)) {
      TouchEntry first = new TouchEntry(upcoming());
      TouchedMember member = new TouchedMember();
      giveWhile(
          row -> first.isOfMember(new TouchEntry(row)), row -> member.take(new TouchEntry(row)));
      if (member.isMember()) {
        take(member);
      }
    }
    List<InternalRow> rows = new ArrayList<>();
    changes.forEach((place, change) -> rows.add(TouchStratum.row(community, place, change)));
    return rows;
  }

  private void take(TouchedMember member) {
    List<WeeklyMoves.Stay> stays = member.stays();
    for (int place = 0; place < stays.size(); place++) {
      WeeklyMoves.Stay stay = stays.get(place);
      boolean endsUp =
          place + 1 < stays.size() && TieOrder.isCloser(stays.get(place + 1).state(), stay.state());
      if (!stay.state().equals(SHAREHOLDER)) {
        for (UTF8String kind : KINDS) {
          take(member, kind, stay, endsUp);
        }
      }
    }
  }

  private void take(TouchedMember member, UTF8String kind, WeeklyMoves.Stay stay, boolean endsUp) {
    int from = Math.max(stay.from(), member.firstDay());
    int observed = member.lastDay() - FOLLOW_UP_DAYS + 1;
    int touched = firstTouch(member, kind, from, stay.until());
    int until = Math.min(Math.min(stay.until(), touched), observed);
    if (from < until) {
      compare(kind, stay, from, until, endsUp);
    }
    if (touched < observed) {
      boolean isUp = endsUp && stay.until() - touched <= FOLLOW_UP_DAYS;
      add(kind, stay, touched, new TouchStratum.Change(1, isUp ? 1 : 0, 0, 0));
    }
  }

  /** Day of the first touch of the kind in the stay; never when there is none. */
  private static int firstTouch(TouchedMember member, UTF8String kind, int from, int until) {
    return member.touches(from, until).stream()
        .filter(touch -> touch.what().equals(kind))
        .mapToInt(TouchEntry::day)
        .min()
        .orElse(WeeklyMoves.NO_END);
  }

  /** The member is there to be compared with from one day to before another. */
  private void compare(
      UTF8String kind, WeeklyMoves.Stay stay, int from, int until, boolean endsUp) {
    add(kind, stay, from, new TouchStratum.Change(0, 0, 1, 0));
    add(kind, stay, until, new TouchStratum.Change(0, 0, -1, 0));
    int rising = endsUp ? Math.max(from, stay.until() - FOLLOW_UP_DAYS) : until;
    if (rising < until) {
      add(kind, stay, rising, new TouchStratum.Change(0, 0, 0, 1));
      add(kind, stay, until, new TouchStratum.Change(0, 0, 0, -1));
    }
  }

  private void add(UTF8String kind, WeeklyMoves.Stay stay, int day, TouchStratum.Change change) {
    changes.merge(
        new TouchStratum.Place(kind, stay.state(), day), change, TouchStratum.Change::plus);
  }
}
