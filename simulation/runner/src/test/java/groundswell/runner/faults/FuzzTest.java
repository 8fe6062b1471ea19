package groundswell.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged rows of every format; {@code ./groundswell prove faults} takes ten times as many. */
class FuzzTest extends SparkCase {
  private static final int ROWS = 1_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @Tag("guarantee-11")
  @EnumSource
  void damaged_rows_are_accepted_or_refused_with_a_reason_and_each_is_counted(FuzzFormat format)
      throws IOException {
    Fuzzed fuzzed = FuzzTrial.of(spark(), folder, format, ROWS, 20_260_314);

    assertThat(fuzzed.problems()).isEmpty();
    assertThat(fuzzed.accepted()).isGreaterThan(ROWS / 3);
    assertThat(fuzzed.rejected()).isPositive();
  }
}
