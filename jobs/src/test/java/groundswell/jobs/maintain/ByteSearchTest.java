package groundswell.jobs.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {
  @TempDir private Path folder;

  @Test
  void a_text_is_found_after_a_false_start() throws IOException {
    assertThat(ByteSearch.contains(file("aabaaabaaac"), "aaac")).isTrue();
    assertThat(ByteSearch.contains(file("aabaaabaaa"), "aaac")).isFalse();
  }

  @Test
  void a_text_is_found_where_two_reads_meet() throws IOException {
    assertThat(ByteSearch.contains(file("x".repeat(65_534) + "abcd"), "abcd")).isTrue();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }
}
