package groundswell.jobs.marts.commerce;

import static groundswell.jobs.marts.commerce.LaunchRows.event;
import static groundswell.jobs.marts.commerce.LaunchRows.events;
import static groundswell.jobs.marts.commerce.LaunchRows.scheduled;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.launch} promises, one sentence per test. */
class LaunchTest extends SparkCase {
  @Test
  void a_place_given_back_is_no_reservation() {
    assertThat(
            select(
                List.of(RESERVERS, RESERVATIONS),
                event("reserved", 1, 1, -60),
                event("reserved", 2, 1, -50),
                event("unreserved", 2, 1, -40)))
        .containsExactly(row(1L, 1L));
  }

  @Test
  void reservations_are_set_against_what_was_offered() {
    assertThat(
            select(
                List.of(UNITS_OFFERED, OVER_SUBSCRIPTION),
                event("reserved", 1, 3, -60),
                event("stocked", null, 2, 0)))
        .containsExactly(row(2L, 1.5));
  }

  @Test
  void it_is_sold_out_once_when_allocated_and_once_when_paid() {
    assertThat(
            select(
                List.of(ALLOCATED_OUT_SECONDS, SELL_OUT_SECONDS),
                scheduled(),
                event("stocked", null, 2, -600),
                event("ordered", 1, 1, 1),
                event("ordered", 2, 1, 3),
                event("paid", 1, 1, 20),
                event("paid", 2, 1, 40)))
        .containsExactly(row(3L, 40L));
  }

  @Test
  void allocated_and_never_paid_is_not_sold_out() {
    assertThat(
            select(
                List.of(UNITS_ORDERED, UNITS_PAID, ALLOCATED_OUT_SECONDS, SELL_OUT_SECONDS),
                scheduled(),
                event("stocked", null, 1, -600),
                event("ordered", 1, 1, 2)))
        .containsExactly(row(1L, 0L, 2L, null));
  }

  @Test
  void buyers_are_split_by_whether_they_had_reserved() {
    assertThat(
            select(
                List.of(
                    BUYERS, RESERVED_BUYERS, RESERVATION_CONVERSION_RATE, NO_RESERVE_BUYER_RATE),
                event("reserved", 1, 1, -60),
                event("reserved", 2, 1, -60),
                event("paid", 1, 1, 5),
                event("paid", 3, 1, 5),
                event("paid", null, 1, 5)))
        .containsExactly(row(2L, 1L, 0.5, 0.5));
  }

  @Test
  void speed_is_told_for_the_busiest_second_and_on_average() {
    assertThat(
            select(
                List.of(UNITS_PER_SECOND_PEAK, UNITS_PER_SECOND_MEAN),
                scheduled(),
                event("ordered", 1, 2, 1),
                event("ordered", 2, 1, 1),
                event("ordered", 3, 1, 4)))
        .containsExactly(row(3L, 1.0));
  }

  @Test
  void the_hundred_million_is_reached_by_paid_money_only() {
    assertThat(
            select(
                List.of(SECONDS_TO_100_MILLION, PAID_AMOUNT),
                scheduled(),
                event("ordered", 1, 1, 1, "100000000"),
                event("paid", 1, 1, 5, "60000000"),
                event("paid", 2, 1, 9, "40000000")))
        .containsExactly(row(9L, new BigDecimal("100000000.0000")));
  }

  @Test
  void without_a_schedule_the_sale_opens_with_its_first_stock() {
    assertThat(
            select(
                List.of(OPENS_TS, ALLOCATED_OUT_SECONDS),
                event("stocked", null, 1, 100),
                event("ordered", 1, 1, 107)))
        .containsExactly(row(LaunchRows.at(100), 7L));
  }

  @Test
  void stock_released_later_counts_as_offered_from_the_start() {
    assertThat(
            select(
                List.of(UNITS_OFFERED, ALLOCATED_OUT_SECONDS),
                scheduled(),
                event("ordered", 1, 1, 9),
                event("stocked", null, 1, 5),
                event("ordered", 2, 1, 1),
                event("stocked", null, 1, 0)))
        .containsExactly(row(2L, 9L));
  }

  @Test
  void what_was_never_stocked_is_never_sold_out() {
    assertThat(
            select(
                List.of(UNITS_OFFERED, ALLOCATED_OUT_SECONDS, SELL_OUT_SECONDS, SELL_THROUGH_RATE),
                scheduled(),
                event("ordered", 1, 1, 1),
                event("paid", 1, 1, 2)))
        .containsExactly(row(0L, null, null, null));
  }

  @Test
  void a_release_of_no_units_offers_nothing_that_could_sell_out() {
    assertThat(
            select(
                List.of(UNITS_OFFERED, ALLOCATED_OUT_SECONDS, SELL_OUT_SECONDS),
                event("stocked", null, 0, 0),
                event("ordered", 1, 1, 2),
                event("paid", 1, 1, 3)))
        .containsExactly(row(0L, null, null));
  }

  @Test
  void a_place_without_a_member_is_a_reservation_and_no_reserver() {
    assertThat(
            select(
                List.of(RESERVERS, RESERVATIONS),
                event("reserved", null, 1, -60),
                event("reserved", 5_000_000, 2, -50),
                event("reserved", 3, 1, -40),
                event("unreserved", 5_000_000, 1, -30)))
        .containsExactly(row(2L, 3L));
  }

  @Test
  void an_order_before_the_opening_has_seconds_below_zero() {
    assertThat(
            select(
                List.of(ALLOCATED_OUT_SECONDS, UNITS_PER_SECOND_PEAK, UNITS_PER_SECOND_MEAN),
                scheduled(),
                event("stocked", null, 3, -600),
                event("ordered", 1, 3, -2)))
        .containsExactly(row(-2L, 3L, 3.0));
  }

  @Test
  void a_sale_that_never_opened_has_no_seconds() {
    assertThat(
            select(
                List.of(OPENS_TS, PAID_AMOUNT, SECONDS_TO_100_MILLION),
                event("paid", 1, 1, 5, "100000000")))
        .containsExactly(row(null, new BigDecimal("100000000.0000"), null));
  }

  @Test
  void what_came_back_and_what_was_refused_is_counted_for_itself() {
    assertThat(
            select(
                List.of(
                    UNITS_CANCELLED, UNITS_RETURNED, RETURNED_AMOUNT, REJECTIONS, PAYMENT_FAILURES),
                event("cancelled", 1, 2, 1),
                event("returned", 2, 3, 2, "7.5"),
                event("rejected", 3, 4, 3),
                event("payment_failed", 4, 0, 4, "9")))
        .containsExactly(row(2L, 3L, new BigDecimal("7.5000"), 1L, 1L));
  }

  @Test
  void each_article_of_a_launch_is_told_on_its_own() {
    Dataset<Row> phones = events(event("ordered", 1, 1, 1));
    Dataset<Row> cases = events(event("ordered", 1, 2, 4)).withColumn(SKU, lit("case"));

    assertThat(
            Launch.from(phones.union(cases))
                .orderBy(SKU)
                .select(SKU, UNITS_ORDERED, UNITS_PER_SECOND_MEAN)
                .collectAsList())
        .containsExactly(row("case", 2L, 2.0 / 3), row("phone", 1L, 1.0));
  }

  private static List<Row> select(List<String> columns, Row... rows) {
    return Launch.from(events(rows)).selectExpr(columns.toArray(String[]::new)).collectAsList();
  }
}
