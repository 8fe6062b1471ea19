package groundswell.jobs.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.junit.jupiter.api.Test;

/** Money loses no digit on its way through a fold. */
class MoneyTest {
  @Test
  void what_is_written_is_read_again() {
    var written = Money.write(-12_3456);

    assertThat(written.toJavaBigDecimal()).isEqualTo(new BigDecimal("-12.3456"));
    assertThat(Money.read(new GenericInternalRow(new Object[] {written}), 0)).isEqualTo(-12_3456);
  }

  @Test
  void more_digits_than_the_column_has_are_refused() {
    assertThatThrownBy(() -> Money.write(1_000_000_000_000_000_000L))
        .isInstanceOf(ArithmeticException.class);
  }
}
