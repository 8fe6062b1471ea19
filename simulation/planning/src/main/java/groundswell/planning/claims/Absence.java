package groundswell.planning.claims;

import java.util.Locale;

/** Why a claim has no metric in a community. */
public enum Absence {
  /** No mart measures it. */
  NO_MART,
  /** The mart has not been built in this warehouse. */
  NOT_BUILT,
  /** The mart has no row of the community that counts. */
  NO_ROWS,
  /** There is money, but not in the claim's currency, or in several. */
  OTHER_CURRENCY,
  /** There is nothing to divide by, or no day to count up to. */
  NO_BASE;

  /** As the table has it. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
