package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the marts of service, meetups and money say of the synthetic community, against plain counts
 * of its events and what its generator was told.
 */
class MoneyMartsTest extends SparkCase {
  @TempDir static Path folder;
  private static ExampleWarehouse warehouse;

  @BeforeAll
  static void build() throws IOException {
    warehouse = ExampleWarehouse.in(folder, spark()).build();
    for (Table table :
        List.of(
            Table.CORE_EVENT,
            Table.CORE_DIM_MEMBER,
            Table.CORE_FACT_ORDER_LINE,
            Table.CORE_FACT_TICKET,
            Table.MART_SERVICE_DESK,
            Table.MART_MEETUP,
            Table.MART_ARPU,
            Table.MART_ATTACH,
            Table.MART_LTV,
            Table.MART_TIE_FUNNEL,
            Table.CALIBRATION_LTV_FORECAST)) {
      read(table).where("community_id = 'aurora'").createOrReplaceTempView(table.name());
    }
    spark()
        .sql(
            "SELECT * FROM event WHERE NOT is_test AND event_id NOT IN"
                + " (SELECT replaces_event_id FROM event WHERE replaces_event_id IS NOT NULL)")
        .createOrReplaceTempView("counted");
  }

  @Test
  void every_ticket_opened_is_in_the_desk_once_with_its_answer() {
    Row desk =
        one("SELECT sum(tickets), sum(answered_tickets), sum(closed_tickets) FROM service_desk");

    assertThat(desk)
        .isEqualTo(
            one(
                """
                SELECT count(DISTINCT o.ticket_id), count(DISTINCT r.ticket_id), count(DISTINCT c.ticket_id)
                FROM counted o
                LEFT JOIN counted r ON r.event_type = 'service_replied' AND r.ticket_id = o.ticket_id
                  AND r.event_ts >= o.event_ts
                LEFT JOIN counted c ON c.event_type = 'service_closed' AND c.ticket_id = o.ticket_id
                  AND c.event_ts >= o.event_ts
                WHERE o.event_type = 'service_ticket_opened'"""));
    assertThat(desk.getLong(0)).isPositive();
  }

  @Test
  void three_of_four_who_say_yes_come_to_a_meetup_as_the_generator_was_told() {
    Row all =
        one(
            "SELECT sum(rsvp_yes), sum(rsvp_yes_attended) FROM meetup WHERE meetup_date IS NOT NULL");

    double rate = (double) all.getLong(1) / all.getLong(0);
    double spread = Math.sqrt(0.75 * 0.25 / all.getLong(0));
    assertThat(rate).isCloseTo(0.75, within(4 * spread));
  }

  @Test
  void services_earned_what_the_events_add_up_to() {
    BigDecimal earned =
        one("SELECT sum(service_revenue) FROM arpu WHERE service = 'all' AND ring = 'all'")
            .getDecimal(0);

    assertThat(earned)
        .isPositive()
        .isEqualByComparingTo(
            one("""
                    SELECT sum(CASE event_type WHEN 'service_charged' THEN amount
                      WHEN 'ad_revenue_allocated' THEN amount WHEN 'service_refunded' THEN -amount END)
                    FROM counted""")
                .getDecimal(0));
  }

  @Test
  void earphones_go_with_the_phone_and_dolls_do_not() {
    List<Row> rows =
        spark()
            .sql(
                """
                SELECT category, sum(attached_buyers) / sum(device_buyers),
                  sum(non_owner_buyers) / sum(non_owners)
                FROM attach WHERE months_since = 1 AND category IN ('doll', 'earphone')
                GROUP BY category ORDER BY category""")
            .collectAsList();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).getDouble(1)).isGreaterThan(3 * rows.get(1).getDouble(2));
    assertThat(rows.get(0).getDouble(1)).isLessThan(rows.get(1).getDouble(1) / 3);
  }

  @Test
  void every_buyer_is_in_one_cohort_and_the_forecast_was_told_of_each() {
    Row observed =
        one("SELECT sum(cohort_buyers), sum(purchase_days) FROM ltv WHERE months_since = 0");
    Row told =
        one(
            """
            SELECT sum(cohort_buyers), sum(repeat_buyers), sum(repeat_days), sum(recency_days),
              sum(age_days)
            FROM ltv_forecast""");

    assertThat(told.getLong(0)).isEqualTo(observed.getLong(0)).isPositive();
    assertThat(told)
        .isEqualTo(
            one(
                """
                SELECT count(*), count_if(days > 1), sum(days - 1), sum(datediff(last, first)),
                  sum(datediff((SELECT max(event_date) FROM tie_funnel), first))
                FROM (SELECT member_number, min(order_date) AS first, max(order_date) AS last,
                    count(DISTINCT order_date) AS days
                  FROM fact_order_line JOIN (SELECT member_number FROM dim_member WHERE is_current
                    AND actor_kind NOT IN ('bot', 'employee', 'founder')) USING (member_number)
                  WHERE placed_ts IS NOT NULL AND cancelled_ts IS NULL GROUP BY member_number)"""));
  }

  @Test
  void what_too_few_came_back_for_has_no_forecast_and_what_was_fitted_lies_at_a_maximum() {
    List<Row> broken =
        spark()
            .sql(
                """
                SELECT * FROM ltv_forecast WHERE (repeat_buyers < 30) <> (rate_shape IS NULL)
                  OR is_converged AND NOT (largest_slope < 1e-7 AND expected_purchase_days > 0)""")
            .collectAsList();

    assertThat(broken).isEmpty();
  }

  private static Row one(String sql) {
    return spark().sql(sql).first();
  }

  private static Dataset<Row> read(Table table) {
    return warehouse.workbench().tables().read(table);
  }
}
