package groundswell.runner;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.marts.MartsJob;
import groundswell.schemas.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The marts of word of mouth and of the network say of aurora what its truth says. */
class WordOfMouthTruthTest extends SparkCase {
  @TempDir static Path folder;
  private static ExampleWarehouse warehouse;

  @BeforeAll
  static void build() throws IOException {
    warehouse = ExampleWarehouse.in(folder, spark());
    warehouse.ingestAurora();
    warehouse.run(new FactsJob());
    warehouse.run(new MartsJob());
  }

  @Test
  void every_broadcast_and_feed_post_begins_a_cascade_and_what_passes_it_on_is_in_one() {
    Row cascades = mart(Table.MART_CASCADE).selectExpr("count(*)", "sum(cascade_size)").first();

    assertThat(cascades.getLong(0)).isEqualTo(events("broadcast_posted", "feed_posted"));
    assertThat(cascades.getLong(1) - cascades.getLong(0))
        .isEqualTo(events("broadcast_reposted", "feed_shared"));
  }

  @Test
  void every_adoption_by_a_code_has_a_share_and_commissions_are_twenty_yuan_each() {
    Row referrals =
        mart(Table.MART_REFERRAL)
            .where("channel = 'all' AND ring = 'all'")
            .selectExpr(
                "sum(invites)",
                "sum(conversions)",
                "sum(commissions)",
                "sum(commission_amount)",
                "sum(self_referrals + staff_conversions + orphan_conversions)")
            .first();

    assertThat(referrals.getLong(1)).isPositive().isLessThanOrEqualTo(referrals.getLong(0));
    assertThat(referrals.getLong(1) + referrals.getLong(4)).isEqualTo(events("referral_converted"));
    assertThat(referrals.getLong(2)).isEqualTo(events("commission_paid"));
    assertThat(referrals.getDecimal(3))
        .isEqualByComparingTo(BigDecimal.valueOf(20 * referrals.getLong(2)));
  }

  @Test
  void advertising_costs_most_in_the_weeks_of_the_campaign() {
    Row weeks =
        mart(Table.MART_SHARE_OF_VOICE)
            .where("brand = 'own' AND channel = 'weibo'")
            .selectExpr("count_if(spend_amount >= 2000)", "sum(joins - advertised_joins)")
            .first();
    long campaignWeeks =
        warehouse.truth().outcome().campaignDays().stream()
            .map(day -> (day + 3) / 7)
            .distinct()
            .count();

    assertThat(weeks.getLong(0)).isEqualTo(campaignWeeks);
    assertThat(weeks.getLong(1)).isNotNegative();
  }

  @Test
  void owners_of_the_phone_are_kinder_so_somebody_promotes_and_somebody_detracts() {
    Row scores =
        mart(Table.MART_NPS_WOM)
            .where("channel = 'all' AND ring = 'all'")
            .selectExpr(
                "sum(respondents)", "sum(promoters)", "sum(detractors)", "max(negative_reach)")
            .first();

    assertThat(scores.getLong(0)).isPositive().isLessThanOrEqualTo(events("nps_answered"));
    assertThat(scores.getLong(1)).isPositive();
    assertThat(scores.getLong(2)).isPositive();
    assertThat(scores.getLong(3)).isPositive();
  }

  @Test
  void the_network_of_the_latest_week_is_one_community_and_no_crowd() {
    Row latest =
        mart(Table.MART_NETWORK_HEALTH)
            .where("channel = 'all'")
            .orderBy(col("week_date").desc())
            .selectExpr("giant_component_share", "clustering", "density", "strong_edges")
            .first();

    assertThat(latest.getDouble(0)).isGreaterThan(0.9);
    assertThat(latest.getDouble(1)).isGreaterThan(latest.getDouble(2));
    assertThat(latest.getLong(3)).isPositive();
  }

  private static Dataset<Row> mart(Table table) {
    return warehouse.workbench().tables().read(table);
  }

  /** Events of the types that are no tests and that no correction replaces. */
  private static long events(String... types) {
    Dataset<Row> events = mart(Table.CORE_EVENT);
    Dataset<Row> replaced =
        events.where("replaces_event_id IS NOT NULL").selectExpr("replaces_event_id AS event_id");
    return events
        .where(col("event_type").isin((Object[]) types).and(not(col("is_test"))))
        .join(replaced, "event_id", "left_anti")
        .count();
  }
}
