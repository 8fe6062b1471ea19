package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.marts.MartsJob;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same log gives the same rows, however the work is cut and whatever happens on the way. */
class SameRowsTest extends SparkCase {
  @TempDir static Path folder;
  private static SortedMap<String, String> undisturbed;
  private static byte[] parameters;

  @BeforeAll
  static void buildOnce() throws IOException {
    ExampleWarehouse warehouse = facts("undisturbed", spark());
    warehouse.run(new MartsJob());
    warehouse.run(new CalibrateJob());
    undisturbed = hashes(warehouse);
    parameters = parameters(warehouse);
  }

  @ParameterizedTest
  @Tag("guarantee-32")
  @ValueSource(ints = {1, 7})
  void any_number_of_partitions_gives_the_same_rows_and_parameters(int partitions)
      throws IOException {
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.shuffle.partitions", partitions);
    session.conf().set("spark.sql.adaptive.enabled", false);

    ExampleWarehouse warehouse = facts("partitions-" + partitions, session);
    warehouse.run(new MartsJob());
    warehouse.run(new CalibrateJob());

    assertThat(hashes(warehouse)).isEqualTo(undisturbed);
    assertThat(parameters(warehouse)).isEqualTo(parameters);
  }

  private static ExampleWarehouse facts(String name, SparkSession session) throws IOException {
    ExampleWarehouse warehouse = ExampleWarehouse.in(folder.resolve(name), session);
    warehouse.ingestAurora();
    warehouse.run(new FactsJob());
    return warehouse;
  }

  /** Tables without pseudonyms: each warehouse has a key of its own. */
  private static SortedMap<String, String> hashes(ExampleWarehouse warehouse) {
    SortedMap<String, String> hashes = TableHashes.of(warehouse.workbench().tables());
    hashes.remove(Table.CORE_EVENT.fullName());
    hashes.remove(Table.CORE_REJECTED_EVENT.fullName());
    hashes.remove(Table.CORE_DIM_MEMBER.fullName());
    return hashes;
  }

  private static byte[] parameters(ExampleWarehouse warehouse) throws IOException {
    try (Stream<Path> files = Files.walk(warehouse.path().resolve("bundles/aurora"))) {
      return Files.readAllBytes(
          files.filter(file -> file.endsWith("parameters.json")).findFirst().orElseThrow());
    }
  }
}
