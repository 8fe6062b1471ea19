package groundswell.planning.claims;

import static groundswell.schemas.Columns.CURRENCY;

import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the rows of one community say of one claim, row by row; then the metric. */
final class ClaimTally {
  private final Claim claim;
  private final Measure measure;
  private final TreeMap<String, NavigableMap<LocalDate, DaySum>> currencies = new TreeMap<>();

  ClaimTally(Claim claim, Measure measure) {
    this.claim = claim;
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }

  Table mart() {
    return measure.mart();
  }

  void add(Map<String, Object> row) {
    Optional<LocalDate> date = date(row.get(measure.date()));
    Object amount = row.get(measure.column());
    Object base = measure.base().isPresent() ? row.get(measure.base().get()) : BigDecimal.ZERO;
    if (date.isPresent() && amount != null && base != null && measure.takes(row)) {
      String currency = measure.isMoney() ? String.valueOf(row.get(CURRENCY)) : "";
      currencies
          .computeIfAbsent(currency, any -> new TreeMap<>())
          .merge(date.get(), new DaySum(number(amount), number(base), 1), DaySum::plus);
    }
  }

  Measured measured() {
    if (currencies.isEmpty()) {
      return Measured.absent(Absence.NO_ROWS);
    }
    return comparable().map(this::measured).orElse(Measured.absent(Absence.OTHER_CURRENCY));
  }

  /** Rows in the claim's currency; for a claim in none, all rows unless currencies differ. */
  private Optional<NavigableMap<LocalDate, DaySum>> comparable() {
    if (measure.isMoney() && !claim.currency().isEmpty()) {
      return Optional.ofNullable(currencies.get(claim.currency()));
    }
    return currencies.size() == 1
        ? Optional.of(currencies.firstEntry().getValue())
        : Optional.empty();
  }

  private Measured measured(NavigableMap<LocalDate, DaySum> days) {
    How.Fraction fraction = measure.how().of(days, measure.base().isPresent());
    return Measured.of(
        fraction,
        days.values().stream().mapToLong(DaySum::rows).sum(),
        days.firstKey(),
        days.lastKey());
  }

  private static Optional<LocalDate> date(Object value) {
    return value instanceof OffsetDateTime instant
        ? Optional.of(instant.toLocalDate())
        : Optional.ofNullable((LocalDate) value);
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal
        : BigDecimal.valueOf(((Number) value).longValue());
  }
}
