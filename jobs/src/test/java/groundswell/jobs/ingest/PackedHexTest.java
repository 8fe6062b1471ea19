package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedHexTest {
  private static final int BEFORE = 3;

  private final byte[] bytes = new byte[BEFORE + PackedHex.BYTES];

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f359628db077421757185e476f98bd27",
        "00000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffff",
        "019d8d8e-f6a4-745d-9748-9c7ab960278c",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
      })
  void keys_and_uuids_come_back_as_they_were(String text) {
    assertThat(isPacked(text)).isTrue();
    byte[] back = PackedHex.unpack(bytes, BEFORE, text.length());
    assertThat(new String(back, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F359628DB077421757185E476F98BD27",
        "f359628db077421757185e476f98bd2g",
        "f359628db077421757185e476f98bdé",
        "019d8d8e-f6a4-745d-9748-9c7ab960278C",
        "019d8d8e0f6a4-745d-9748-9c7ab960278c",
        "019d8d8e-f6a4-745d-97489-c7ab960278c",
        "019d8d8ef6a4745d97489c7ab960278c0000"
      })
  void what_only_looks_like_them_stays_a_text(String text) {
    assertThat(PackedHex.mayHave(text.getBytes(StandardCharsets.UTF_8).length)).isTrue();
    assertThat(isPacked(text)).isFalse();
  }

  @Test
  void a_text_of_another_length_is_not_tried() {
    assertThat(Arrays.asList(0, 1, 31, 33, 35, 37)).noneMatch(PackedHex::mayHave);
  }

  @Test
  void bytes_in_front_are_left_alone() {
    Arrays.fill(bytes, (byte) 7);
    isPacked("f359628db077421757185e476f98bd27");
    assertThat(Arrays.copyOf(bytes, BEFORE)).containsOnly(7);
  }

  private boolean isPacked(String text) {
    return PackedHex.pack(UTF8String.fromString(text), bytes, BEFORE);
  }
}
