package groundswell.jobs.marts.programme;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/** From a stranger to a tester: the milestones of {@code core.fact_milestone}, in their order. */
enum SeedingStep {
  CONTACTED(0),
  INVITED(1),
  JOINED(2),
  FIRST_CONTRIBUTION(3),
  TESTER(4),
  CORE_TESTER(5);

  private static final Map<UTF8String, SeedingStep> BY_SYMBOL =
      Stream.of(values()).collect(Collectors.toMap(SeedingStep::symbol, step -> step));

  private final int place;

  SeedingStep(int place) {
    this.place = place;
  }

  static SeedingStep of(UTF8String symbol) {
    return BY_SYMBOL.get(symbol);
  }

  /** As written in tables. */
  UTF8String symbol() {
    return UTF8String.fromString(name().toLowerCase(Locale.ROOT));
  }

  /** Among all steps, from 0. */
  int place() {
    return place;
  }

  /** The step that must be reached before, for members who enter with {@code entry}. */
  SeedingStep base(SeedingStep entry) {
    return switch (this) {
      case CONTACTED, INVITED, JOINED -> entry;
      case FIRST_CONTRIBUTION, TESTER -> JOINED;
      case CORE_TESTER -> TESTER;
    };
  }

  /** Steps that come before the entry are not taken. */
  boolean isOnWayOf(SeedingStep entry) {
    return compareTo(entry) >= 0;
  }
}
