package groundswell.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns raw member ids into keys: the first 16 bytes of HMAC-SHA-256(key, community + "\n" + id),
 * in lower-case hex. RFC 2104; FIPS 180-4. One instance per thread; remembers the ids it met last.
 */
final class Pseudonyms {
  private static final int REMEMBERED = 1 << 16; // a power of two
  private static final int KEY_BYTES = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;
  private final byte[] prefix;
  private final byte[] digest = new byte[32];
  private final UTF8String[] ids = new UTF8String[REMEMBERED];
  private final UTF8String[] keys = new UTF8String[REMEMBERED];
  private final boolean[] areErased = new boolean[REMEMBERED];
  private final ErasedMembers erased;

  Pseudonyms(byte[] secret, String communityId, ErasedMembers erased) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", fault);
    }
    this.erased = erased;
    prefix = (communityId + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The key of a raw id; null stays null. */
  UTF8String of(UTF8String id) {
    return id == null ? null : keys[slot(id)];
  }

  /** True when the member of a raw id was erased. */
  boolean isErased(UTF8String id) {
    return id != null && !erased.isEmpty() && areErased[slot(id)];
  }

  /** Where the id is remembered. */
  private int slot(UTF8String id) {
    int slot = id.hashCode() & (REMEMBERED - 1);
    if (!id.equals(ids[slot])) {
      keys[slot] = compute(id.getBytes());
      areErased[slot] = erased.contains(keys[slot]);
      ids[slot] = id.copy();
    }
    return slot;
  }

  private UTF8String compute(byte[] id) {
    mac.update(prefix);
    mac.update(id);
    try {
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("HMAC-SHA-256 failed", fault);
    }
    byte[] hex = new byte[2 * KEY_BYTES];
    for (int index = 0; index < KEY_BYTES; index++) {
      hex[2 * index] = HEX[(digest[index] >> 4) & 15];
      hex[2 * index + 1] = HEX[digest[index] & 15];
    }
    return UTF8String.fromBytes(hex);
  }
}
