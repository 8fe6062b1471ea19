package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.communities;
import static groundswell.jobs.facts.Act.date;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.money;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_launch_event} promises, one sentence per test. */
class LaunchEventFactTest extends SparkCase {
  private static final long ONE_DAY = 86_400;

  @Test
  void an_order_line_of_a_launch_is_ordered_then_paid_then_returned_each_on_its_day() {
    var facts =
        facts(
            placed(),
            order("order_paid").with(AMOUNT, money("9")).at(ONE_DAY),
            order("order_returned")
                .with(SKU, "phone")
                .with(QUANTITY, 1)
                .with(AMOUNT, money("9"))
                .at(2 * ONE_DAY));

    assertThat(facts.select(KIND, EVENT_DATE, QUANTITY, AMOUNT, EVENT_ID).collectAsList())
        .containsExactlyInAnyOrder(
            row("ordered", date("2026-03-02"), 1L, money("9"), "o#1"),
            row("paid", date("2026-03-03"), 1L, money("9"), "o#1"),
            row("returned", date("2026-03-04"), 1L, money("9"), "o#1"));
  }

  @Test
  void an_order_outside_any_launch_is_not_here() {
    assertThat(facts(placed().with(LAUNCH_ID, null)).collectAsList()).isEmpty();
  }

  @Test
  void everything_happens_in_the_channel_where_the_launch_was_scheduled() {
    var facts = facts(scheduled("weibo"), launch("reservation_made"), placed());

    assertThat(facts.select(KIND, CHANNEL).collectAsList())
        .containsExactlyInAnyOrder(
            row("scheduled", "weibo"), row("reserved", "weibo"), row("ordered", "weibo"));
  }

  @Test
  void a_launch_held_in_two_channels_keeps_each_event_in_its_own() {
    var facts = facts(scheduled("weibo"), scheduled("qzone"), launch("reservation_made"));

    assertThat(facts.filter("kind = 'reserved'").select(CHANNEL).collectAsList())
        .containsExactly(row("forum"));
  }

  @Test
  void a_failed_payment_concerns_the_only_article_of_its_launch() {
    var failed = launch("payment_failed").with(SKU, null).with(QUANTITY, null);

    assertThat(
            facts(scheduled("shop"), failed)
                .filter("kind = 'payment_failed'")
                .select(SKU, QUANTITY)
                .collectAsList())
        .containsExactly(row("phone", 0L));
  }

  @Test
  void reservations_stock_and_refusals_keep_their_kinds() {
    var facts =
        facts(
            launch("reservation_made"),
            launch("reservation_cancelled"),
            launch("stock_released"),
            launch("cart_rejected").with(QUEUE_POSITION, 12L));

    assertThat(facts.orderBy(EVENT_ID).select(KIND, QUEUE_POSITION).collectAsList())
        .containsExactly(
            row("reserved", null),
            row("unreserved", null),
            row("stocked", null),
            row("rejected", 12L));
  }

  private static Act launch(String type) {
    return act(type, 1).with(LAUNCH_ID, "sale").with(SKU, "phone").with(QUANTITY, 1);
  }

  private static Act scheduled(String channel) {
    return launch("launch_scheduled").with(QUANTITY, null).with(CHANNEL, channel);
  }

  private static Act order(String type) {
    return act(type, 1).with(ORDER_ID, "o").with(LINE_NO, 1).with(CURRENCY, "CNY");
  }

  private static Act placed() {
    return order("order_placed")
        .with(LAUNCH_ID, "sale")
        .with(SKU, "phone")
        .with(QUANTITY, 1)
        .with(UNIT_PRICE, money("10"))
        .with(DISCOUNT, money("1"));
  }

  private static Dataset<Row> facts(Act... acts) {
    var events = events(acts);
    return LaunchEventFact.from(
        events, OrderLineFact.from(events), communities("order_paid", null));
  }
}
