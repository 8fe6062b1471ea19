package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.HandMadeBundle;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.ReplicationRunner;
import groundswell.planning.simulate.SimulateStage;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Fault;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place where a simulation runs cannot be seen in what it publishes. */
class SimulateOnSparkTest extends SparkCase {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
  private static final List<Table> TABLES =
      List.of(
          Table.SIMULATION_RUN,
          Table.SIMULATION_GROWTH_DAILY,
          Table.SIMULATION_GROWTH_CAUSE,
          Table.SIMULATION_SALE_DRAW);

  @TempDir static Path folder;
  private static ScenarioFile file;
  private static Path alone;

  @BeforeAll
  static void simulateOnOneThread() {
    file = Scenarios.withCommunity(HandMadeBundle.write(folder.resolve("bundle"), 400, 6));
    alone = simulate("alone", new LocalThreads(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void any_number_of_threads_publishes_the_same_rows_and_bytes(int threads) {
    assertSamePublished(simulate("threads-" + threads, new LocalThreads(threads)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void any_number_of_spark_tasks_publishes_the_same_rows_and_bytes(int slices) {
    assertSamePublished(simulate("slices-" + slices, new SparkRunner(spark(), slices)));
  }

  @Test
  void the_command_in_another_process_writes_the_same_bytes() throws Exception {
    Path scenario = Files.writeString(folder.resolve("launch.yaml"), file.text());
    Path warehouse = folder.resolve("process");

    Process simulate =
        ForkedJob.start(
            "simulate", scenario.toString(), "--on", "spark", "--warehouse", warehouse.toString());

    assertThat(simulate.waitFor()).isZero();
    var bytes = FileBytes.published(warehouse);
    var expected = FileBytes.published(alone);
    String run = Table.SIMULATION_RUN.fullName(); // says the command, in which the path stands
    assertThat(bytes.remove(run)).isNotEqualTo(expected.remove(run));
    assertThat(bytes).isEqualTo(expected).hasSize(3);
  }

  @Test
  void more_tasks_than_numbers_are_not_started() {
    List<Integer> done = new ArrayList<>();
    List<Integer> results = new SparkRunner(spark(), 64).run(5, number -> number * 2, done::add);

    assertThat(results).containsExactly(0, 2, 4, 6, 8);
    assertThat(done).containsExactly(1, 1, 1, 1, 1);
  }

  @Test
  void progress_is_heard_task_by_task_and_adds_up() {
    List<Integer> done = new ArrayList<>();
    new SparkRunner(spark(), 7).run(100, number -> number, done::add);

    assertThat(done).hasSize(7);
    assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
  }

  @Test
  void a_refusal_on_a_worker_ends_the_command_with_its_own_code_and_sentence() {
    ReplicationRunner.Replication<Integer> refusing =
        number -> {
          throw new Refusal(ExitCode.INPUT_MISSING, "no bundle in /nowhere");
        };

    assertThatThrownBy(() -> new SparkRunner(spark(), 2).run(4, refusing, Progress.SILENT))
        .satisfies(
            thrown -> {
              assertThat(Fault.of(thrown).code()).isEqualTo(ExitCode.INPUT_MISSING);
              assertThat(Fault.of(thrown).sentence()).isEqualTo("no bundle in /nowhere");
            });
  }

  private static Path simulate(String name, ReplicationRunner runner) {
    Path warehouse = folder.resolve(name);
    try (Warehouse open = Warehouse.open(warehouse)) {
      var result =
          new SimulateStage(open, runner, Progress.SILENT, NOON)
              .run(file, "groundswell simulate launch.yaml");
      assertThat(result.published()).isEqualTo(TABLES);
    }
    return warehouse;
  }

  private static void assertSamePublished(Path warehouse) {
    for (Table table : TABLES) {
      assertThat(rows(warehouse, table)).isNotEmpty().isEqualTo(rows(alone, table));
    }
    assertThat(FileBytes.published(warehouse)).isEqualTo(FileBytes.published(alone)).hasSize(4);
  }

  private static List<Map<String, Object>> rows(Path warehouse, Table table) {
    try (Warehouse open = Warehouse.open(warehouse)) {
      return open.read(table);
    }
  }
}
