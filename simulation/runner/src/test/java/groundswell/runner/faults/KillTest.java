package groundswell.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * kill -9 of a stage: what was published stays readable, the next run leaves the rows of an
 * undisturbed one. Some of the points; {@code ./groundswell prove faults} takes them all.
 */
class KillTest extends SparkCase {
  @TempDir static Path folder;
  private static Nights nights;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    nights = SharedNights.first(spark());
  }

  @ParameterizedTest
  @Tag("guarantee-2")
  @CsvSource({"FIRST_INGEST, BEFORE_FLIP", "FIRST_FACTS, AMID_PUBLISH", "FIRST_MARTS, MID_WRITE"})
  void a_killed_stage_leaves_the_old_state_and_its_next_run_the_rows_of_an_undisturbed_one(
      Step step, StopPoint point) throws IOException, InterruptedException {
    Kill kill = new KillTrial(nights, folder.resolve("output")).at(step, point);

    assertThat(kill).isEqualTo(new Kill(step, point.words(), point.isPublished(), List.of()));
  }
}
