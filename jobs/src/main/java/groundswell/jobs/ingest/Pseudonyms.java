package groundswell.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.array.ByteArrayMethods;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns raw member ids into keys: the first 16 bytes of HMAC-SHA-256(secret, community + "\n" +
 * id), in lower-case hex. RFC 2104; FIPS 180-4. Of several secrets, one per line, each next one
 * does the same with what the one before made. One instance per thread; remembers the ids it met
 * last, each with its key in the 64 bytes that a processor fetches at once.
 */
final class Pseudonyms {
  private static final int REMEMBERED = 1 << 16; // a power of two
  private static final int SLOT_BYTES = 64;
  private static final int KEY_BYTES = 32;
  private static final int NONE = -1;
  private static final int LONGEST_ID = SLOT_BYTES - KEY_BYTES - 1;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final List<Mac> macs;
  private final byte[] prefix;
  private final byte[] digest = new byte[32];

  /**
   * By slot: length of an id, the id, and from the middle on its key; length 0 for an empty one.
   */
  private final byte[] remembered = new byte[REMEMBERED * SLOT_BYTES];

  private final boolean[] areErased = new boolean[REMEMBERED];
  private final ErasedMembers erased;

  Pseudonyms(byte[] secret, String communityId, ErasedMembers erased) {
    this.macs = new String(secret, StandardCharsets.UTF_8).lines().map(Pseudonyms::mac).toList();
    this.erased = erased;
    prefix = (communityId + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The key of a raw id; null stays null. */
  UTF8String of(UTF8String id) {
    if (id == null) {
      return null;
    }
    int slot = slot(id);
    if (slot == NONE) {
      return UTF8String.fromBytes(compute(id.getBytes()));
    }
    int key = (slot + 1) * SLOT_BYTES - KEY_BYTES;
    return UTF8String.fromBytes(Arrays.copyOfRange(remembered, key, key + KEY_BYTES));
  }

  /** True when the member of a raw id was erased. */
  boolean isErased(UTF8String id) {
    if (id == null || erased.isEmpty()) {
      return false;
    }
    int slot = slot(id);
    return slot == NONE ? wasErased(id) : areErased[slot];
  }

  /** Where the id is remembered from now on; {@link #NONE} for one that is empty or too long. */
  private int slot(UTF8String id) {
    int length = id.numBytes();
    if (length == 0 || length > LONGEST_ID) {
      return NONE;
    }
    int slot = id.hashCode() & (REMEMBERED - 1);
    if (!isAt(slot * SLOT_BYTES, id, length)) {
      remember(slot, id, length);
    }
    return slot;
  }

  private boolean isAt(int place, UTF8String id, int length) {
    return remembered[place] == length
        && ByteArrayMethods.arrayEquals(
            id.getBaseObject(),
            id.getBaseOffset(),
            remembered,
            Platform.BYTE_ARRAY_OFFSET + place + 1L,
            length);
  }

  private void remember(int slot, UTF8String id, int length) {
    byte[] key = compute(id.getBytes());
    int place = slot * SLOT_BYTES;
    remembered[place] = (byte) length;
    id.writeToMemory(remembered, Platform.BYTE_ARRAY_OFFSET + place + 1L);
    System.arraycopy(key, 0, remembered, place + SLOT_BYTES - KEY_BYTES, KEY_BYTES);
    areErased[slot] = !erased.isEmpty() && wasErased(id);
  }

  /** The ledger has the key that the member had when she went. */
  private boolean wasErased(UTF8String id) {
    byte[] key = id.getBytes();
    for (Mac mac : macs) {
      key = compute(mac, key);
      if (erased.contains(UTF8String.fromBytes(key))) {
        return true;
      }
    }
    return false;
  }

  private byte[] compute(byte[] id) {
    byte[] key = id;
    for (Mac mac : macs) {
      key = compute(mac, key);
    }
    return key;
  }

  private static Mac mac(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", fault);
    }
  }

  private byte[] compute(Mac mac, byte[] id) {
    mac.update(prefix);
    mac.update(id);
    try {
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("HMAC-SHA-256 failed", fault);
    }
    byte[] hex = new byte[KEY_BYTES];
    for (int index = 0; index < KEY_BYTES / 2; index++) {
      hex[2 * index] = HEX[(digest[index] >> 4) & 15];
      hex[2 * index + 1] = HEX[digest[index] & 15];
    }
    return hex;
  }
}
