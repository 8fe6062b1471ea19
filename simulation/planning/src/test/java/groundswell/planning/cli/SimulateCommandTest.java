package groundswell.planning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.LocalThreads;
import groundswell.schemas.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command prints, where it runs, and what it refuses. */
class SimulateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path scenario;

  @BeforeEach
  void write() throws IOException {
    scenario = Files.writeString(folder.resolve("launch.yaml"), Scenarios.TEXT);
  }

  @Test
  void json_names_the_run_and_the_tables_that_have_a_new_state() throws IOException {
    assertThat(simulate(new SimulateCommand(), "--json")).isZero();

    JsonNode numbers = new ObjectMapper().readTree(out.toString());
    assertThat(numbers.get("run_id").asText()).matches("[0-9a-f]{16}");
    assertThat(numbers.get("published")).hasSize(4);
    assertThat(numbers.get("published").get(0).asText()).isEqualTo("simulation.run");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_second_run_keeps_the_name_and_publishes_no_table() throws IOException {
    simulate(new SimulateCommand(), "--json");
    JsonNode first = new ObjectMapper().readTree(out.toString());
    out.getBuffer().setLength(0);

    simulate(new SimulateCommand(), "--json");

    JsonNode second = new ObjectMapper().readTree(out.toString());
    assertThat(second.get("run_id")).isEqualTo(first.get("run_id"));
    assertThat(second.get("published")).isEmpty();
  }

  @Test
  void spark_is_refused_where_there_is_none_and_nothing_is_published() {
    assertThat(simulate(new SimulateCommand(), "--on", "spark")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--on spark needs Spark")
        .contains("./groundswell simulate");
    assertThat(Publication.read(folder.resolve("warehouse")).tables()).isEmpty();
  }

  @Test
  void a_cluster_is_asked_for_as_many_slices_as_were_said() {
    List<Integer> asked = new ArrayList<>();
    var command =
        new SimulateCommand(
            (slices, stage) -> {
              asked.add(slices);
              return stage.apply(new LocalThreads(1));
            });

    assertThat(simulate(command, "--on", "SPARK", "--slices", "7")).isZero();
    assertThat(asked).containsExactly(7);
  }

  @Test
  void a_place_that_nobody_knows_is_refused_with_the_known_ones() {
    assertThat(simulate(new SimulateCommand(), "--on", "moon")).isEqualTo(2);
    assertThat(err.toString()).contains("place must be one of [threads, spark] but is 'moon'");
  }

  @Test
  void no_threads_at_all_are_refused() {
    assertThat(simulate(new SimulateCommand(), "--threads", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--threads must be at least 1 but is 0");
  }

  private int simulate(SimulateCommand command, String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.add(scenario.toString());
    words.add("--warehouse");
    words.add(folder.resolve("warehouse").toString());
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words.toArray(String[]::new));
  }
}
