package groundswell.runner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that refuses is told in one sentence, and nothing is published. The disk is a real one, in
 * memory and mounted for one process; where users may not mount, nothing is tested here.
 */
class RefusingDiskTest extends SparkCase {
  private static final String STEP_ON_A_DISK =
      """
      mount -t tmpfs -o "$1" none "$2" || exit 99
      warehouse=$2
      cp -a "$3/." "$warehouse/" 2> /dev/null
      before=$(cat "$warehouse/publish/latest.json" 2> /dev/null)
      shift 3
      "$@"
      code=$?
      [ "$before" = "$(cat "$warehouse/publish/latest.json" 2> /dev/null)" ] ||
        echo something was published
      exit $code
      """;

  private static Nights nights;

  /** How a process ended and what it said. */
  private record Ended(int code, String said) {}

  @BeforeAll
  static void runUndisturbed() throws IOException {
    nights = SharedNights.first(spark());
  }

  /** For ingest the catalogue needs more than the first, the rows more than the second. */
  @ParameterizedTest
  @Tag("guarantee-33")
  @CsvSource({"FIRST_INGEST, 80", "FIRST_INGEST, 400", "FIRST_FACTS, 300", "FIRST_MARTS, 300"})
  void a_disk_that_runs_full(Step step, long roomKilobytes)
      throws IOException, InterruptedException {
    long used = kilobytes(nights.before(step));

    Ended ended = on("size=" + (used + roomKilobytes) + "k", step);

    assertThat(ended.said())
        .contains("the disk is full\n  nothing was published; maybe free space and run again")
        .doesNotContain("something was published");
    assertThat(ended.code()).isEqualTo(40);
  }

  @Test
  void a_disk_that_may_only_be_read() throws IOException, InterruptedException {
    Ended ingest = on("ro", Step.FIRST_INGEST);

    assertThat(ingest.code()).isEqualTo(10);
    assertThat(ingest.said())
        .contains("it must be writable but is read-only for this user")
        .doesNotContain("something was published", "\tat ");
  }

  private static Ended on(String disk, Step step) throws IOException, InterruptedException {
    List<String> mount = List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/tmp");
    assumeTrue(run(mount).code() == 0, "this user may not mount");
    List<String> command =
        new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", STEP_ON_A_DISK, "sh", disk));
    command.addAll(List.of(nights.warehouse().toString(), nights.before(step).toString()));
    command.addAll(nights.command(step));
    return run(command);
  }

  /** What a folder takes on a disk whose blocks have 4 KB. */
  private static long kilobytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> 4 * (file.toFile().length() / 4_096 + 1)).sum();
    }
  }

  private static Ended run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException noSuchCommand) {
      return new Ended(127, noSuchCommand.getMessage());
    }
  }
}
