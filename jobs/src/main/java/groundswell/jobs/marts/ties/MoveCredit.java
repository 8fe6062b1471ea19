package groundswell.jobs.marts.ties;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Shares out one move over the touches that came before it. */
final class MoveCredit {
  static final long MILLION = 1_000_000;

  private static final Touch NO_TOUCH =
      new Touch(UTF8String.fromString("none"), UTF8String.fromString("none"));

  /** What and where. */
  record Touch(UTF8String kind, UTF8String channel) implements Comparable<Touch> {
    private static Touch of(TouchEntry deed) {
      return new Touch(deed.what(), deed.channel());
    }

    @Override
    public int compareTo(Touch other) {
      int byKind = kind.compareTo(other.kind);
      return byKind == 0 ? channel.compareTo(other.channel) : byKind;
    }
  }

  /** What a touch has got of one or more moves; even credit in whole millionths of a move. */
  record Credit(long members, long touches, long first, long last, long even) {
    Credit plus(Credit more) {
      return new Credit(
          members + more.members,
          touches + more.touches,
          first + more.first,
          last + more.last,
          even + more.even);
    }
  }

  private MoveCredit() {}

  static Map<Touch, Credit> of(List<TouchEntry> before) {
    if (before.isEmpty()) {
      return Map.of(NO_TOUCH, new Credit(1, 0, 1, 1, MILLION));
    }
    Touch first = least(before, Comparator.comparingLong(TouchEntry::firstMicros));
    Touch last = least(before, Comparator.comparingLong(TouchEntry::lastMicros).reversed());
    Map<Touch, Long> touches = new HashMap<>();
    before.forEach(deed -> touches.merge(Touch.of(deed), deed.touches(), Long::sum));
    Map<Touch, Credit> credits = new HashMap<>();
    evenly(touches)
        .forEach(
            (touch, even) ->
                credits.put(touch, credit(touch, touches.get(touch), first, last, even)));
    return credits;
  }

  /** Of equals the first by name. */
  private static Touch least(List<TouchEntry> deeds, Comparator<TouchEntry> order) {
    return Touch.of(deeds.stream().min(order.thenComparing(Touch::of)).orElseThrow());
  }

  private static Credit credit(Touch touch, long touches, Touch first, Touch last, long even) {
    return new Credit(1, touches, touch.equals(first) ? 1 : 0, touch.equals(last) ? 1 : 0, even);
  }

  /** A million in proportion, whole; what is left over goes to the largest fractions. */
  private static Map<Touch, Long> evenly(Map<Touch, Long> touches) {
    long all = touches.values().stream().mapToLong(count -> count).sum();
    Map<Touch, Long> parts = new HashMap<>();
    touches.forEach((touch, count) -> parts.put(touch, MILLION * count / all));
    long left = MILLION - parts.values().stream().mapToLong(part -> part).sum();
    touches.keySet().stream()
        .sorted(
            Comparator.comparingLong((Touch touch) -> -(MILLION * touches.get(touch) % all))
                .thenComparing(Comparator.naturalOrder()))
        .limit(left)
        .forEach(touch -> parts.merge(touch, 1L, Long::sum));
    return parts;
  }
}
