package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.instant;
import static groundswell.jobs.facts.Act.money;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_order_line} promises, one sentence per test. */
class OrderLineFactTest extends SparkCase {
  @Test
  void ordered_is_not_paid() {
    assertThat(lines(placed(1, "phone", 2, "100")))
        .containsExactly(row(1, 2, null, money("0"), null, 0, money("0")));
  }

  @Test
  void a_payment_without_line_number_pays_each_line_its_part_to_the_last_cent() {
    assertThat(
            lines(
                placed(1, "a", 1, "1"),
                placed(2, "b", 1, "1"),
                placed(3, "c", 1, "1"),
                paid(null, "10").at(9)))
        .containsExactly(
            row(1, 1, instant(9), money("3.3333"), null, 0, money("0")),
            row(2, 1, instant(9), money("3.3334"), null, 0, money("0")),
            row(3, 1, instant(9), money("3.3333"), null, 0, money("0")));
  }

  @Test
  void a_line_cancelled_before_the_payment_is_not_paid() {
    assertThat(
            lines(
                placed(1, "a", 1, "1"),
                placed(2, "b", 1, "1"),
                change("order_cancelled", 1).at(5),
                paid(null, "1").at(9)))
        .containsExactly(
            row(1, 1, null, money("0"), instant(5), 0, money("0")),
            row(2, 1, instant(9), money("1"), null, 0, money("0")));
  }

  @Test
  void a_cancellation_without_line_number_cancels_every_line() {
    assertThat(
            lines(
                placed(1, "a", 1, "1"),
                placed(2, "b", 1, "1"),
                change("order_cancelled", null).at(5)))
        .extracting(line -> line.get(4))
        .containsExactly(instant(5), instant(5));
  }

  @Test
  void a_second_payment_adds_money_and_leaves_the_instant_of_the_first() {
    assertThat(lines(placed(1, "a", 1, "10"), paid(1, "6").at(5), paid(1, "4").at(9)))
        .containsExactly(row(1, 1, instant(5), money("10"), null, 0, money("0")));
  }

  @Test
  void goods_that_come_back_stay_paid() {
    assertThat(lines(placed(1, "a", 3, "1"), paid(1, "3").at(5), returned(null, "a", 2, "2").at(9)))
        .containsExactly(row(1, 3, instant(5), money("3"), null, 2, money("2")));
  }

  @Test
  void a_payment_of_an_order_never_seen_is_a_line_without_units() {
    assertThat(lines(paid(1, "7").at(5)))
        .containsExactly(row(1_000_001, 0, instant(5), money("7"), null, 0, money("0")));
  }

  @Test
  void more_goods_than_were_ordered_come_back_as_a_line_without_units() {
    assertThat(lines(placed(1, "a", 1, "1"), returned(1, "a", 2, "2").at(9)))
        .containsExactly(
            row(1, 1, null, money("0"), null, 0, money("0")),
            row(1_000_001, 0, null, money("0"), null, 2, money("2")));
  }

  @Test
  void goods_of_an_order_never_seen_come_back_as_a_line_without_units() {
    assertThat(lines(returned(null, "a", 2, "3").at(9)))
        .containsExactly(row(1_000_001, 0, null, money("0"), null, 2, money("3")));
  }

  @Test
  void two_events_for_one_line_are_one_line_the_earlier() {
    assertThat(lines(placed(1, "a", 5, "1").at(3), placed(1, "a", 2, "1")))
        .containsExactly(row(1, 2, null, money("0"), null, 0, money("0")));
  }

  @Test
  void the_cost_is_the_one_in_force_when_the_order_was_placed() {
    assertThat(
            costs(
                cost("8").at(-20), cost("7").at(-10), cost("6").at(10), placed(1, "phone", 1, "9")))
        .containsExactly(row(money("7"), null));
  }

  @Test
  void a_cost_in_another_currency_or_a_later_one_is_no_cost() {
    assertThat(
            costs(
                cost("8").with(CURRENCY, "USD").at(-20),
                cost("6").at(10),
                placed(1, "phone", 1, "9")))
        .containsExactly(row(null, null));
  }

  @Test
  void the_market_price_is_the_latest_seen_for_the_category() {
    var seen =
        act("market_price_observed", null)
            .with(CATEGORY, "phone")
            .with(UNIT_PRICE, money("12"))
            .with(CURRENCY, "CNY")
            .with(PRICE_SOURCE, "market")
            .at(-10);

    assertThat(costs(seen, placed(1, "phone", 1, "9"))).containsExactly(row(null, money("12")));
  }

  @Test
  void a_guest_has_no_number_and_no_ring() {
    var lines = OrderLineFact.from(events(placed(1, "a", 1, "1").with(ACTOR_NUMBER, null)));

    assertThat(lines.select(MEMBER_NUMBER, RING).collectAsList())
        .containsExactly(row(null, "unknown"));
  }

  private static Act change(String type, Integer line) {
    return act(type, 1).with(ORDER_ID, "o").with(LINE_NO, line).with(CURRENCY, "CNY");
  }

  private static Act placed(int line, String sku, int quantity, String price) {
    return change("order_placed", line)
        .with(SKU, sku)
        .with(CATEGORY, "phone")
        .with(QUANTITY, quantity)
        .with(UNIT_PRICE, money(price));
  }

  private static Act paid(Integer line, String amount) {
    return change("order_paid", line).with(AMOUNT, money(amount));
  }

  private static Act returned(Integer line, String sku, int quantity, String amount) {
    return change("order_returned", line)
        .with(SKU, sku)
        .with(QUANTITY, quantity)
        .with(AMOUNT, money(amount));
  }

  private static Act cost(String unitCost) {
    return act("cost_recorded", null)
        .with(SKU, "phone")
        .with(UNIT_COST, money(unitCost))
        .with(CURRENCY, "CNY");
  }

  private static List<Row> costs(Act... acts) {
    return OrderLineFact.from(events(acts)).select(UNIT_COST, MARKET_PRICE).collectAsList();
  }

  private static List<Row> lines(Act... acts) {
    return OrderLineFact.from(events(acts))
        .orderBy(LINE_NO)
        .select(
            LINE_NO,
            QUANTITY,
            PAID_TS,
            PAID_AMOUNT,
            CANCELLED_TS,
            RETURNED_QUANTITY,
            RETURNED_AMOUNT)
        .collectAsList();
  }
}
