package groundswell.planning.scenario;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalInt;

/**
 * The first round.
 *
 * @param stock stock assumed per round before there is a plan [units]
 * @param heldBack share of a round's stock kept from the open sale [0..1]
 * @param payHoldS time to pay [s]
 * @param unpaid share of allocated orders never paid [0..1]
 */
public record Sale(
    OffsetDateTime opensAt,
    OptionalInt stock,
    double heldBack,
    int limitPerMember,
    double payHoldS,
    Quantity unpaid,
    String returned) {
  /** Local day of the opening. */
  public LocalDate openingDay() {
    return opensAt.toLocalDate();
  }
}
