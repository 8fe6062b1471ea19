package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.Generation;
import groundswell.generate.output.LocalRun;
import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A community written over Spark is the one that this machine writes by itself. */
class GenerateOnSparkTest extends SparkCase {
  private static final Parameters SMALL =
      new Parameters(
          120,
          9,
          7,
          LocalDate.parse("2026-01-01"),
          ZoneId.of("Asia/Shanghai"),
          new Defects(0.1, 0.05, 0.02),
          Format.AVRO);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void any_number_of_tasks_writes_the_bytes_that_threads_write(int tasks) throws IOException {
    LocalRun.run(SMALL, folder.resolve("threads"), 2, block -> {});
    SortedMap<String, String> expected = FileBytes.below(folder.resolve("threads"));

    GenerateOnSpark.run(spark(), tasks, SMALL, folder.resolve("spark"), block -> {});

    assertThat(FileBytes.below(folder.resolve("spark"))).isEqualTo(expected);
    assertThat(expected).containsKey("truth.json").hasSizeGreaterThan(9);
  }

  @Test
  void each_task_that_ends_moves_the_progress_on() {
    List<Integer> done = new ArrayList<>();
    GenerateOnSpark.run(spark(), 3, SMALL, folder.resolve("spark"), done::add);

    assertThat(done).hasSize(3).isSorted().endsWith(Generation.blocks(SMALL));
  }

  @Test
  void a_folder_in_use_is_refused_before_anything_is_written() throws IOException {
    Files.writeString(folder.resolve("old.txt"), "old");

    assertThatThrownBy(() -> GenerateOnSpark.run(spark(), 2, SMALL, folder, block -> {}))
        .hasMessageContaining("must be empty");
    assertThat(FileBytes.below(folder)).containsOnlyKeys("old.txt");
  }
}
