package groundswell.jobs;

import groundswell.schemas.ContractColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** One value as text, the same for Spark's and DuckDB's Java types. */
final class TwinCell {
  /** Digits of a double that two engines must agree on. */
  private static final MathContext DIGITS = new MathContext(9);

  private TwinCell() {}

  static String text(ContractColumn column, Object value) {
    if (value == null) {
      return column.name() + "=null";
    }
    return column.name() + "=" + text(value);
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return rounded(BigDecimal.valueOf(number));
    }
    if (value instanceof BigDecimal number) {
      return plain(number);
    }
    if (value instanceof Number number) {
      return number.toString();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant().toString();
    }
    if (value instanceof Timestamp moment) {
      return instant(moment).toString();
    }
    return value.toString();
  }

  private static String rounded(BigDecimal number) {
    return plain(number.round(DIGITS));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Session and JVM of the tests speak UTC, so the wall time of both engines is the instant. */
  private static Instant instant(Timestamp moment) {
    return moment.toInstant();
  }
}
