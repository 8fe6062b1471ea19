package groundswell.jobs.fold;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.Decimal;

/** Money in a fold: whole ten-thousandths of the currency unit, which add up exactly. */
public final class Money {
  private static final int PRECISION = 18;
  private static final int SCALE = 4;

  private Money() {}

  /** The amount in a column of {@code DECIMAL(18,4)}, not null [ten-thousandths]. */
  public static long read(InternalRow row, int place) {
    return row.getDecimal(place, PRECISION, SCALE).toUnscaledLong();
  }

  /**
   * The amount as a value of a {@code DECIMAL(18,4)}.
   *
   * @throws ArithmeticException when it has more digits than the column
   */
  public static Decimal write(long tenThousandths) {
    return Decimal.apply(tenThousandths, PRECISION, SCALE);
  }
}
