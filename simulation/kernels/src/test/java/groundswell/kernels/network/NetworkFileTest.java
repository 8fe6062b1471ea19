package groundswell.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
  @TempDir Path folder;
  private Path file;
  private final Network network = RandomNetworks.barabasiAlbert(500, 3, 1);

  @BeforeEach
  void write() {
    file = folder.resolve("network.csr");
    NetworkFile.write(network, file);
  }

  @Test
  void what_was_written_is_read() {
    assertThat(NetworkFile.read(file)).isEqualTo(network);
  }

  @Test
  void the_file_has_its_mark_its_version_and_its_size_in_little_endian() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize((int) (64 + 8 * 501 + 9 * network.arcs()));
    assertThat(new String(bytes, 0, 8, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("GSWELCSR");
    assertThat(Arrays.copyOfRange(bytes, 8, 12)).containsExactly(1, 0, 0, 0);
    assertThat(Arrays.copyOfRange(bytes, 16, 20)).containsExactly(0xF4, 1, 0, 0);
  }

  @Test
  void nothing_is_left_beside_it() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_file_that_was_cut_off_says_so() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    refused(
        "has %d bytes where %d belong; it was cut off".formatted(bytes.length - 1, bytes.length));
    Files.write(file, Arrays.copyOf(bytes, 10));
    refused("is not a network file (10 bytes");
  }

  @Test
  void one_wrong_bit_breaks_the_checksum() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 7] ^= 4;
    Files.write(file, bytes);
    refused("does not match its checksum");
  }

  @Test
  void another_version_is_named_with_the_supported_one() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 9;
    Files.write(file, bytes);
    refused("has version 9 (supported: 1)");
  }

  @Test
  void another_kind_of_file_is_refused() throws IOException {
    Files.writeString(file, "from\tto\n".repeat(20));
    refused("is not a network file");
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> NetworkFile.read(file))
        .hasMessageStartingWith("Cannot read network " + file + ": it " + reason);
  }
}
