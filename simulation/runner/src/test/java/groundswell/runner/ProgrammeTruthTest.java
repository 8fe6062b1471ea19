package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.generate.output.Truth;
import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the marts of the way in and of ties must say of a community whose truth is known. */
class ProgrammeTruthTest extends SparkCase {
  private static final String CLAIMS =
      "simulation/planning/src/main/resources/published/claims.csv";

  @TempDir static Path folder;
  private static ExampleWarehouse warehouse;
  private static Truth truth;

  @BeforeAll
  static void build() throws IOException {
    warehouse = ExampleWarehouse.in(folder, spark()).build();
    truth = warehouse.truth();
  }

  @Test
  void of_those_contacted_one_in_ten_is_a_core_tester() {
    long angels = truth.asked().members() / 20;

    assertThat(
            aurora(
                Table.MART_SEEDING_FUNNEL,
                "entry_step = 'contacted' AND funnel_step = 'core_tester'",
                "cohort_members",
                "members_reached",
                "overall_rate"))
        .containsExactly(row(10 * angels, angels, 0.1));
  }

  @Test
  void nobody_who_was_contacted_needed_an_invitation() {
    assertThat(
            aurora(
                Table.MART_SEEDING_FUNNEL,
                "entry_step = 'contacted' AND funnel_step = 'invited'",
                "members_reached"))
        .containsExactly(row(0L));
  }

  @Test
  void the_core_ring_fills_with_the_angels_and_nobody_is_promoted_into_it() {
    assertThat(
            aurora(
                Table.MART_RING_LADDER,
                "ring = 'core'",
                "max(members)",
                "sum(promoted_in)",
                "max(target_members)"))
        .containsExactly(row(truth.asked().members() / 20L, 0L, 100L));
  }

  @Test
  void the_last_census_of_the_rings_is_who_joined_and_did_not_leave() {
    long last =
        aurora(
                Table.MART_RING_LADDER,
                "week_date = (SELECT max(week_date) FROM mart WHERE community_id = 'aurora')",
                "sum(members)")
            .get(0)
            .getLong(0);

    long joined = truth.outcome().joined();
    // who left and was seen at a meetup afterwards is back
    assertThat(last).isBetween(joined - truth.outcome().left(), joined);
  }

  @Test
  void every_contribution_and_every_acceptance_is_counted_once() {
    assertThat(
            aurora(
                Table.MART_CONTRIBUTION,
                "contribution_type = 'all' AND actor_kind = 'all'",
                "sum(submitted)",
                "sum(accepted_contributions) + sum(accepted_unseen)"))
        .containsExactly(
            row(
                truth.events().get("contribution_submitted"),
                truth.events().get("contribution_accepted")));
  }

  @Test
  void nobody_awakes_without_a_trigger() {
    Row awaking =
        rows(
                Table.MART_TIE_TRANSITION,
                "community_id = 'bicycles' AND from_state = 'none' AND to_state = 'weak'",
                "sum(moves)",
                "sum(if(trigger_channel = 'forum', moves, 0))")
            .get(0);

    assertThat(awaking.getLong(0)).isPositive().isEqualTo(awaking.getLong(1));
  }

  @Test
  void a_reply_that_changes_nobody_is_associated_with_nothing() {
    Row reply =
        aurora(
                Table.MART_TOUCH_ASSOCIATION,
                "touch_kind = 'service_reply_hour' AND tie_state = 'all'",
                "risk_ratio_low",
                "risk_ratio_high",
                "touched_days")
            .get(0);

    assertThat(reply.getDouble(0)).isLessThanOrEqualTo(1);
    assertThat(reply.getDouble(1)).isGreaterThanOrEqualTo(1);
    assertThat(reply.getLong(2)).isPositive();
  }

  @Test
  void the_claims_beside_the_communities_are_what_plain_sql_makes_of_the_marts() {
    Path claims = Project.root().resolve(CLAIMS);
    try (Twins twins = Twins.in(folder)) {
      twins
          .withPublished(warehouse.path())
          .withFile("claims", claims)
          .assertTwin(Table.CALIBRATION_CLAIM_GAP, read(Table.CALIBRATION_CLAIM_GAP));
    }
  }

  @Test
  void the_claimed_ten_in_a_hundred_are_measured_at_the_size_of_the_community() {
    long angels = truth.asked().members() / 20;

    assertThat(
            aurora(
                Table.CALIBRATION_CLAIM_GAP,
                "claim_id IN ('C06', 'C07') ORDER BY claim_id",
                "metric_value",
                "measured_to_claimed"))
        .containsExactly(row(10.0 * angels, angels / 100.0), row(1.0 * angels, angels / 100.0));
  }

  @Test
  void phones_keep_to_the_claimed_margin_as_the_generator_was_told() {
    assertThat(
            aurora(Table.CALIBRATION_CLAIM_GAP, "claim_id = 'C31'", "claim_position", "claim_gap"))
        .containsExactly(row("within", 0.0));
  }

  private static List<Row> aurora(Table mart, String condition, String... columns) {
    return rows(mart, "community_id = 'aurora' AND " + condition, columns);
  }

  private static List<Row> rows(Table mart, String condition, String... columns) {
    read(mart).createOrReplaceTempView("mart");
    return spark()
        .sql("SELECT %s FROM mart WHERE %s".formatted(String.join(", ", columns), condition))
        .collectAsList();
  }

  private static Dataset<Row> read(Table table) {
    return warehouse.workbench().tables().read(table);
  }
}
