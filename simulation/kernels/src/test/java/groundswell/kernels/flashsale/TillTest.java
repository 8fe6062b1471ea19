package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders at an even pace leave the books as the same orders one by one. */
class TillTest {
  private static final Payment PAYMENT = new Payment(0.3, 1, Payment.UnpaidUnits.NEXT_ROUND);

  @ParameterizedTest
  @CsvSource({"1, 7", "1, 40", "1, 100", "2, 7", "2, 40"})
  void counting_orders_agrees_with_walking_them(int limit, int orders) {
    for (Payment payment : List.of(Payment.always(), PAYMENT)) {
      var counted = new Books(limit, payment);
      var walked = new Books(limit, payment);
      counted.till.sell(0.25);
      walked.till.sell(0.25);

      long sold = counted.till.sellEvenly(1.125, 0.25, orders);
      int order = 0;
      while (order < orders && walked.out.onSale() > 0) {
        walked.till.sell(1.125 + order * 0.25);
        order++;
      }

      assertThat(sold).isEqualTo(order);
      assertThat(counted.numbers()).isEqualTo(walked.numbers());
    }
  }

  /** A stock of 40 units, and times between, at, and far after orders. */
  private static final class Books {
    final SaleOutcome out = new SaleOutcome(0, 0.25, 1, 1.125, 1.2, 1.375, 1.4, 3, 3.5, 10, 100);
    final ReturnQueue returns = new ReturnQueue();
    final Till till;

    Books(int limit, Payment payment) {
      var demand = new Demand(1000, 1, 0, 1, limit);
      var sale = new SaleParameters(40, 1e9, demand, Arrivals.ofHazard(1), Gate.ofRate(1), payment);
      out.begin(40);
      returns.begin(payment.holdSeconds());
      till = new Till(sale, 5, out, returns);
    }

    List<Object> numbers() {
      double nextReturn = returns.isEmpty() ? Double.NaN : returns.seconds();
      till.takeBack(3.75);
      out.end();
      return List.of(
          out.sellOutSeconds,
          out.served,
          out.allocated,
          out.unpaid,
          nextReturn,
          out.returned,
          Arrays.toString(out.curve));
    }
  }
}
