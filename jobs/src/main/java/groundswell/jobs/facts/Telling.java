package groundswell.jobs.facts;

import java.util.Comparator;

/** What one event told about a member; null where it was silent. Ordered as told. */
final class Telling implements Comparable<Telling> {
  private static final Comparator<Telling> AS_TOLD =
      Comparator.comparingLong((Telling telling) -> telling.micros)
          .thenComparing(telling -> telling.eventId)
          .thenComparing(telling -> telling.role);

  final long micros;
  final int day;
  final String eventId;
  final int role;

  /** Ring, region, city, age band; or the single value that the telling is about. */
  final String[] values;

  Telling(MemberEvent event, int role, String... values) {
    this(event.micros(), event.day(), event.id(), role, values);
  }

  Telling(long micros, int day, String eventId, int role, String... values) {
    this.micros = micros;
    this.day = day;
    this.eventId = eventId;
    this.role = role;
    this.values = values;
  }

  /** The earlier of two, of which either may be missing. */
  static Telling first(Telling one, Telling other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.compareTo(one) < 0 ? other : one;
  }

  /** The single value; null when nothing was told. */
  static String value(Telling telling) {
    return telling == null ? null : telling.values[0];
  }

  @Override
  public int compareTo(Telling other) {
    return AS_TOLD.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Telling telling && compareTo(telling) == 0;
  }

  @Override
  public int hashCode() {
    return eventId.hashCode();
  }
}
