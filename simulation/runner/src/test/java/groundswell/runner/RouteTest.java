package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.marts.MartsJob;
import groundswell.planning.bundle.CommunityBundle;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route from raw logs to community bundles, on the three example communities. */
class RouteTest extends SparkCase {
  @TempDir static Path folder;
  private static ExampleWarehouse warehouse;

  @BeforeAll
  static void build() throws IOException {
    warehouse = ExampleWarehouse.in(folder, spark()).build();
  }

  static List<Table> marts() {
    return Contracts.all().stream()
        .map(Contract::table)
        .filter(table -> table.namespace().equals("mart"))
        .toList();
  }

  @ParameterizedTest
  @Tag("guarantee-37")
  @MethodSource("marts")
  void each_published_mart_equals_its_twin_in_plain_sql(Table mart) {
    try (Twins twins = Twins.in(folder.resolve("twins")).withPublished(warehouse.path())) {
      twins.assertTwin(mart, warehouse.workbench().tables().read(mart));
    }
  }

  @Test
  @Tag("guarantee-1")
  void a_second_run_over_the_same_input_publishes_nothing() {
    String before = Publication.read(warehouse.path()).name();

    assertThat(warehouse.ingestAurora()).isEqualTo(Summary.NOTHING);
    assertThat(warehouse.run(new FactsJob())).isEqualTo(Summary.NOTHING);
    assertThat(warehouse.run(new MartsJob())).isEqualTo(Summary.NOTHING);
    assertThat(warehouse.run(new CalibrateJob())).isEqualTo(Summary.NOTHING);
    assertThat(Publication.read(warehouse.path()).name()).isEqualTo(before);
  }

  @Test
  @Tag("guarantee-8")
  void days_are_complete_up_to_the_last_one_but_one() {
    Row last =
        warehouse
            .workbench()
            .tables()
            .read(Table.MART_ACTIVITY_DAILY)
            .agg(functions.max("event_date"))
            .first();

    assertThat(Publication.read(warehouse.path()).dataCompleteThrough())
        .contains(last.getDate(0).toLocalDate().minusDays(1));
  }

  @Test
  void the_synthetic_log_is_taken_in_as_its_truth_says() {
    var accepted =
        warehouse
            .workbench()
            .tables()
            .read(Table.CORE_EVENT)
            .where("community_id = 'aurora'")
            .count();

    assertThat(accepted).isEqualTo(warehouse.truth().accepted());
  }

  @Test
  @Tag("guarantee-11")
  void every_event_read_is_accounted_for() {
    var broken =
        warehouse
            .workbench()
            .tables()
            .read(Table.META_RECONCILIATION)
            .where("events_read <> accepted + duplicate + rejected + erased");

    assertThat(broken.collectAsList()).isEmpty();
  }

  @Test
  void every_community_gets_a_bundle_that_can_be_read() {
    var bundles =
        warehouse
            .workbench()
            .tables()
            .read(Table.CALIBRATION_ESTIMATE)
            .select("bundle")
            .distinct()
            .collectAsList();

    assertThat(bundles).hasSize(3);
    for (var bundle : bundles) {
      var read = CommunityBundle.read(warehouse.path().resolve(bundle.getString(0)));
      assertThat(read.members().count()).isEqualTo(read.network().members());
      assertThat(read.parameters().externalHazard()).isPresent();
    }
  }
}
