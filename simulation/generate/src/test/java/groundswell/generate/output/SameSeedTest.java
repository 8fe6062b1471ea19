package groundswell.generate.output;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.generate.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a log are a function of its parameters alone. */
class SameSeedTest {
  private static final Parameters SMALL = Log.parameters(300, 20).dirtied(Log.DIRTY);

  @TempDir private Path folder;

  @Test
  void one_two_and_seven_threads_write_the_same_bytes() throws IOException {
    Map<String, String> expected = bytesBy(1, "one");

    assertThat(bytesBy(2, "two")).isEqualTo(expected);
    assertThat(bytesBy(7, "seven")).isEqualTo(expected);
    assertThat(expected).containsKey("truth.json").hasSizeGreaterThan(20);
  }

  @Test
  void blocks_may_be_written_in_any_order() throws IOException {
    Path shuffled = folder.resolve("shuffled");
    Generation generation = new Generation(SMALL, shuffled);
    List<Integer> blocks =
        new ArrayList<>(IntStream.range(0, Generation.blocks(SMALL)).boxed().toList());
    Collections.reverse(blocks);
    generation.finish(blocks.stream().map(generation::write).toList());

    assertThat(contents(shuffled)).isEqualTo(bytesBy(1, "straight"));
  }

  @Test
  void the_zone_of_the_machine_does_not_matter() throws IOException {
    Map<String, String> expected = bytesBy(1, "here");
    TimeZone usual = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Australia/Lord_Howe"));

      assertThat(bytesBy(1, "there")).isEqualTo(expected);
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void another_seed_writes_another_log() throws IOException {
    Path other = folder.resolve("other");
    LocalRun.run(SMALL.sized(300, 20, 8), other, 1, done -> {});

    assertThat(contents(other)).isNotEqualTo(bytesBy(1, "usual"));
  }

  private Map<String, String> bytesBy(int threads, String name) throws IOException {
    Path output = folder.resolve(name);
    LocalRun.run(SMALL, output, threads, done -> {});
    return contents(output);
  }

  private static Map<String, String> contents(Path output) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(output)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String hash = java.util.HexFormat.of().formatHex(sha256(Files.readAllBytes(path)));
        contents.put(output.relativize(path).toString(), hash);
      }
    }
    return contents;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
