package groundswell.generate.output;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.generate.Parameters;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Communities at the small end are whole. */
class SmallCommunityTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 99})
  void three_hundred_people_and_thirty_days_show_every_event_type(long seed) {
    Parameters small = Log.parameters(300, 30).sized(300, 30, seed);

    assertThat(Log.write(small, folder.resolve("log")).truth().events()).hasSize(69);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 40", "2, 2", "3, 5", "40, 1", "11, 400"})
  void any_size_can_be_written_and_read_back(int members, int days) {
    Log log = Log.write(Log.parameters(members, days).dirtied(Log.DIRTY), folder.resolve("log"));

    assertThat(log.events()).hasSize((int) log.truth().rows()).isNotEmpty();
  }
}
