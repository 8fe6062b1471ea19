package groundswell.jobs.marts.ties;

import groundswell.jobs.facts.TieStateFact;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/** Tie states from the loosest to the closest, and before them to stand outside. */
final class TieOrder {
  static final UTF8String OUTSIDE = UTF8String.fromString("outside");

  static final List<UTF8String> STATES =
      Stream.concat(Stream.of(OUTSIDE), TieStateFact.STATES.stream().map(UTF8String::fromString))
          .toList();

  private TieOrder() {}

  static boolean isCloser(UTF8String state, UTF8String than) {
    return STATES.indexOf(state) > STATES.indexOf(than);
  }
}
