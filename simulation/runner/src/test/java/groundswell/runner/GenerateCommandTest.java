package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command says what it did, and refuses in one sentence what it cannot do. */
class GenerateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void the_numbers_in_json_are_those_of_the_truth() throws IOException {
    int exit = generate("--members", "50", "--days", "3", "--late", "0.1", "--json");

    JsonNode numbers = new ObjectMapper().readTree(out.toString());
    JsonNode truth = new ObjectMapper().readTree(Files.readString(output().resolve("truth.json")));
    assertThat(exit).isZero();
    assertThat(numbers.get("events")).isEqualTo(truth.get("accepted"));
    assertThat(numbers.get("late")).isEqualTo(truth.get("late"));
    assertThat(numbers.get("rows_out")).isEqualTo(truth.get("rows"));
  }

  @Test
  void a_share_above_one_is_refused_with_exit_code_two() {
    int exit = generate("--late", "1.5");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("late must be in [0, 1] but is 1.5");
    assertThat(output()).doesNotExist();
  }

  @Test
  void a_folder_in_use_is_refused_with_exit_code_two() throws IOException {
    Files.createDirectories(output());
    Files.writeString(output().resolve("old.txt"), "old");

    assertThat(generate("--members", "10", "--days", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("must be empty or not exist");
  }

  @Test
  void no_threads_at_all_are_refused_with_exit_code_two() {
    assertThat(generate("--threads", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("threads must be at least 1 but is 0");
  }

  @Test
  void the_format_may_be_written_in_any_case() {
    assertThat(generate("--members", "5", "--days", "1", "--format", "jsonl")).isZero();
    assertThat(output().resolve("events/2026-01-01/part-000.jsonl")).exists();
  }

  @Test
  void an_unknown_format_is_refused_with_the_known_ones() {
    assertThat(generate("--format", "xml")).isEqualTo(2);
    assertThat(err.toString()).contains("[avro, jsonl, csv] but is 'xml'");
  }

  private Path output() {
    return folder.resolve("aurora");
  }

  private int generate(String... options) {
    CommandLine command =
        new CommandLine(new GenerateCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--output";
    arguments[1] = output().toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return command.execute(arguments);
  }
}
