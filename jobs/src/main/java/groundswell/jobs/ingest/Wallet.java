package groundswell.jobs.ingest;

import groundswell.schemas.YamlMap;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a source's community assumes that a member could spend. Nothing is assumed in its place.
 *
 * @param assumptionId name under which the assumption is cited
 * @param perMemberYear amount per member and year, above 0
 * @param currency ISO 4217
 * @param source where the amount comes from
 */
record Wallet(String assumptionId, BigDecimal perMemberYear, String currency, String source)
    implements Serializable {
  private static final String AMOUNT = "per_member_year";
  private static final int SCALE = 4;
  private static final int DIGITS = 18;

  /** Reads the wallet block of a community. */
  static Wallet read(YamlMap yaml) {
    yaml.allowOnly("assumption_id", AMOUNT, "currency", "source");
    return new Wallet(
        yaml.text("assumption_id"),
        yaml.value(AMOUNT, "an amount above 0 with at most 4 decimals", Wallet::amount),
        yaml.value("currency", "a code of ISO 4217 such as CNY", CommunityReader::currency),
        yaml.text("source"));
  }

  private static BigDecimal amount(String text) {
    BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
    if (amount.signum() <= 0 || amount.scale() > SCALE) {
      throw new IllegalArgumentException(text);
    }
    BigDecimal scaled = amount.setScale(SCALE);
    if (scaled.precision() > DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return scaled;
  }
}
