package groundswell.planning.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a community's rows say of a claim.
 *
 * @param value empty when there is none; then {@code absence} says why
 * @param rows rows of the mart that count
 * @param first earliest date of these rows
 * @param last latest date of these rows
 */
public record Measured(
    OptionalDouble value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    long rows,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    Optional<Absence> absence) {

  static Measured absent(Absence why) {
    return new Measured(
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }

  static Measured of(How.Fraction fraction, long rows, LocalDate first, LocalDate last) {
    boolean hasValue = fraction.hasValue();
    return new Measured(
        hasValue ? OptionalDouble.of(fraction.value()) : OptionalDouble.empty(),
        Optional.of(fraction.numerator()),
        fraction.denominator(),
        rows,
        Optional.of(first),
        Optional.of(last),
        hasValue ? Optional.empty() : Optional.of(Absence.NO_BASE));
  }
}
