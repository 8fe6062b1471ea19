package groundswell.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that refuses is told in one sentence, and nothing is published. The disk is a real one, in
 * memory and mounted for one process; where users may not mount, nothing is tested here.
 */
class RefusingDiskTest {
  private static final String INGEST_ON_A_DISK =
      """
      mount -t tmpfs -o "$1" none "$2" || exit 99
      warehouse=$2
      shift 2
      "$@"
      code=$?
      [ ! -e "$warehouse/publish/latest.json" ] || echo something was published
      exit $code
      """;

  @TempDir Path folder;

  /** How a process ended and what it said. */
  private record Ended(int code, String said) {}

  /** The catalogue needs more than the first, the rows more than the second. */
  @ParameterizedTest
  @ValueSource(strings = {"size=80k", "size=400k"})
  void a_disk_that_runs_full(String size) throws IOException, InterruptedException {
    Ended ingest = ingestOn(size);

    assertThat(ingest.code()).isEqualTo(40);
    assertThat(ingest.said())
        .contains("the disk is full\n  nothing was published; maybe free space and run again")
        .doesNotContain("something was published", "\tat ");
  }

  @Test
  void a_disk_that_may_only_be_read() throws IOException, InterruptedException {
    Ended ingest = ingestOn("ro");

    assertThat(ingest.code()).isEqualTo(10);
    assertThat(ingest.said())
        .contains("it must be writable but is read-only for this user")
        .doesNotContain("something was published", "\tat ");
  }

  private Ended ingestOn(String disk) throws IOException, InterruptedException {
    List<String> mount = List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/tmp");
    assumeTrue(run(mount).code() == 0, "this user may not mount");
    Path warehouse = Files.createDirectories(folder.resolve("ware house"));
    Path bicycles = Project.root().resolve("examples/bicycles");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("unshare", "-rm", "sh", "-c", INGEST_ON_A_DISK, "sh"));
    command.addAll(List.of(disk, warehouse.toString()));
    command.addAll(
        ForkedJob.command(
            "ingest",
            "--source",
            bicycles.resolve("source.yaml").toString(),
            "--input",
            bicycles.resolve("data").toString(),
            "--warehouse",
            warehouse.toString()));
    return run(command);
  }

  private Ended run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException noSuchCommand) {
      return new Ended(127, noSuchCommand.getMessage());
    }
  }
}
