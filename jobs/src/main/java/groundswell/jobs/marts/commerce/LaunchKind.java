package groundswell.jobs.marts.commerce;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/** What can happen in a launch; {@code core.fact_launch_event} has the names in lower case. */
enum LaunchKind {
  SCHEDULED,
  RESERVED,
  UNRESERVED,
  STOCKED,
  ORDERED,
  PAID,
  CANCELLED,
  RETURNED,
  REJECTED,
  PAYMENT_FAILED;

  private static final Map<UTF8String, LaunchKind> BY_SYMBOL =
      Stream.of(values())
          .collect(
              Collectors.toUnmodifiableMap(
                  kind -> UTF8String.fromString(kind.symbol()), Function.identity()));

  static LaunchKind of(UTF8String symbol) {
    return BY_SYMBOL.get(symbol);
  }

  String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
