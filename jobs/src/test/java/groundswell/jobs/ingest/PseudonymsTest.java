package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Keys that take the place of raw ids. */
class PseudonymsTest {
  private static final byte[] SECRET = "not a secret".getBytes(StandardCharsets.UTF_8);

  private final Pseudonyms pseudonyms = new Pseudonyms(SECRET, "tea", ErasedMembers.NONE);

  @Test
  void an_id_has_the_key_of_rfc_2104_however_long_it_is() throws Exception {
    for (int length = 0; length <= 70; length++) {
      String id = "é".repeat(length / 2) + "x".repeat(length % 2);
      assertThat(pseudonyms.of(UTF8String.fromString(id))).hasToString(key(id));
    }
    assertThat(pseudonyms.of(null)).isNull();
  }

  @Test
  void an_id_keeps_its_key_when_more_ids_come_than_are_remembered() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int call = 0; call < 300_000; call++) {
      String id = "m" + random.nextInt(100_000);
      UTF8String key = pseudonyms.of(UTF8String.fromString(id));
      if (call % 1_000 == 0) {
        assertThat(key).hasToString(key(id));
      }
    }
  }

  @Test
  void a_key_outlives_the_id_that_takes_its_place() {
    UTF8String first = pseudonyms.of(UTF8String.fromString("m0"));
    String before = first.toString();
    for (int id = 1; id < 500_000; id++) {
      pseudonyms.of(UTF8String.fromString("m" + id));
    }
    assertThat(first).hasToString(before);
  }

  private static String key(String id) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    byte[] digest = mac.doFinal(("tea\n" + id).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }
}
