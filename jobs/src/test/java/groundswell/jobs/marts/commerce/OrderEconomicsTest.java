package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.order_economics} promises, one sentence per test. */
class OrderEconomicsTest extends SparkCase {
  private static final Timestamp PLACED = Timestamp.valueOf("2026-03-02 12:00:00");
  private static final Timestamp PAID = Timestamp.valueOf("2026-03-02 12:05:00");

  @Test
  void what_is_not_paid_is_ordered_and_no_revenue() {
    assertThat(
            select(
                List.of(ORDERS, PAID_ORDERS, ORDERED_AMOUNT, GROSS_REVENUE, NET_REVENUE),
                line("o", "a", 2, "10").unpaid()))
        .containsExactly(row(1L, 0L, money("20"), money("0"), money("0")));
  }

  @Test
  void an_order_of_two_lines_is_one_order() {
    assertThat(
            select(
                List.of(ORDERS, UNITS_PAID, AVERAGE_ORDER_VALUE),
                line("o", "a", 1, "10"),
                line("o", "b", 2, "10")))
        .containsExactly(row(1L, 3L, 30.0));
  }

  @Test
  void margin_is_what_stays_after_returns_and_the_cost_of_what_was_kept() {
    assertThat(
            select(
                List.of(NET_REVENUE, COST_OF_GOODS, MARGIN, MARGIN_RATE, RETURN_RATE),
                line("o", "a", 4, "10").cost("6").returned(1, "10")))
        .containsExactly(row(money("30"), money("18"), money("12"), 0.4, 0.25));
  }

  @Test
  void one_paid_line_without_cost_leaves_the_margin_unknown() {
    assertThat(
            select(
                List.of(COST_OF_GOODS, MARGIN, MARGIN_RATE, MARGIN_CAP_GAP),
                line("o", "a", 1, "10").cost("6"),
                line("o", "b", 1, "10")))
        .containsExactly(row(null, null, null, null));
  }

  @Test
  void a_margin_of_eight_per_cent_breaks_the_cap_by_three() {
    var gap =
        select(List.of(MARGIN_CAP_GAP), line("o", "a", 1, "100").cost("92")).get(0).getDouble(0);

    assertThat(gap).isCloseTo(0.03, within(1e-12));
  }

  @Test
  void the_price_index_compares_with_the_market_where_a_price_was_seen() {
    assertThat(
            select(
                List.of(PRICE_INDEX),
                line("o", "a", 1, "69").market("276"),
                line("o", "b", 1, "5")))
        .containsExactly(row(0.25));
  }

  @Test
  void concentration_is_the_sum_of_squared_shares_of_paid_units() {
    assertThat(select(List.of(SKU_CONCENTRATION), line("o", "a", 3, "1"), line("p", "b", 1, "1")))
        .containsExactly(row(0.625));
  }

  @Test
  void a_return_of_an_order_never_seen_is_charged_without_an_order() {
    assertThat(
            select(
                List.of(ORDERS, UNITS_PAID, UNITS_RETURNED, NET_REVENUE, RETURN_RATE),
                line("o", "a", 0, "0").stray().returned(2, "8")))
        .containsExactly(row(0L, 0L, 2L, money("-8"), null));
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }

  private static Line line(String order, String sku, int quantity, String price) {
    var paid = new BigDecimal(price).multiply(BigDecimal.valueOf(quantity)).setScale(4);
    return new Line(
        order, sku, quantity, money(price), PLACED, PAID, paid, null, null, 0, money("0"));
  }

  /** An order line, paid in full when nothing else is said. */
  private record Line(
      String order,
      String sku,
      int quantity,
      BigDecimal price,
      Timestamp placed,
      Timestamp paid,
      BigDecimal paidAmount,
      BigDecimal cost,
      BigDecimal market,
      int returned,
      BigDecimal returnedAmount) {

    Line unpaid() {
      return new Line(
          order,
          sku,
          quantity,
          price,
          placed,
          null,
          money("0"),
          cost,
          market,
          returned,
          returnedAmount);
    }

    Line stray() {
      return new Line(
          order, sku, 0, price, null, null, money("0"), cost, market, returned, returnedAmount);
    }

    Line cost(String unitCost) {
      return new Line(
          order,
          sku,
          quantity,
          price,
          placed,
          paid,
          paidAmount,
          money(unitCost),
          market,
          returned,
          returnedAmount);
    }

    Line market(String marketPrice) {
      return new Line(
          order,
          sku,
          quantity,
          price,
          placed,
          paid,
          paidAmount,
          cost,
          money(marketPrice),
          returned,
          returnedAmount);
    }

    Line returned(int units, String amount) {
      return new Line(
          order,
          sku,
          quantity,
          price,
          placed,
          paid,
          paidAmount,
          cost,
          market,
          units,
          money(amount));
    }

    Row row() {
      return SparkCase.row(
          "club",
          Date.valueOf("2026-03-02"),
          "phone",
          "shop",
          "dev",
          "CNY",
          order,
          sku,
          quantity,
          price,
          money("0"),
          placed,
          paid,
          paidAmount,
          cost,
          market,
          returned,
          returnedAmount);
    }
  }

  private static List<Row> select(List<String> columns, Line... lines) {
    Row[] rows = Arrays.stream(lines).map(Line::row).toArray(Row[]::new);
    Dataset<Row> orderLines =
        table(
            Table.CORE_FACT_ORDER_LINE,
            List.of(
                COMMUNITY_ID,
                ORDER_DATE,
                CATEGORY,
                CHANNEL,
                RING,
                CURRENCY,
                ORDER_ID,
                SKU,
                QUANTITY,
                UNIT_PRICE,
                DISCOUNT,
                PLACED_TS,
                PAID_TS,
                PAID_AMOUNT,
                UNIT_COST,
                MARKET_PRICE,
                RETURNED_QUANTITY,
                RETURNED_AMOUNT),
            rows);
    return OrderEconomics.from(orderLines)
        .selectExpr(columns.toArray(String[]::new))
        .collectAsList();
  }
}
