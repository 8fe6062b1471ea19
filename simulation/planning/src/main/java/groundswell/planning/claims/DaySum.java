package groundswell.planning.claims;

import java.math.BigDecimal;

/**
 * What the rows of one date add up to.
 *
 * @param amount sum of the measure's column
 * @param base sum of what it is divided by
 */
record DaySum(BigDecimal amount, BigDecimal base, long rows) {
  static final DaySum NOTHING = new DaySum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

  DaySum plus(DaySum more) {
    return new DaySum(amount.add(more.amount), base.add(more.base), rows + more.rows);
  }
}
