package groundswell.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Keys of 32 lower-case hex digits, and UUIDs in their text form (RFC 9562, section 4), as the 16
 * bytes that they stand for: half of what is filed of an event are such texts, and no compression
 * finds in them what is not there.
 */
final class PackedHex {
  /** Bytes of a packed text, whichever form it has. */
  static final int BYTES = 16;

  private static final int KEY_LENGTH = 32;
  private static final int UUID_LENGTH = 36;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VALUES = values();

  private PackedHex() {}

  /** True when texts of this many bytes may be packed. */
  static boolean mayHave(int length) {
    return length == KEY_LENGTH || length == UUID_LENGTH;
  }

  /**
   * Packs a text if it has one of the two forms; otherwise what lies behind {@code position} is of
   * no meaning.
   *
   * @return whether it has
   */
  static boolean pack(UTF8String text, byte[] into, int position) {
    Object base = text.getBaseObject();
    long next = text.getBaseOffset();
    boolean isUuid = text.numBytes() == UUID_LENGTH;
    for (int index = 0; index < BYTES; index++) {
      if (isUuid && isBehindDash(index) && Platform.getByte(base, next++) != '-') {
        return false;
      }
      int upper = VALUES[Platform.getByte(base, next) & 0xff];
      int lower = VALUES[Platform.getByte(base, next + 1) & 0xff];
      if ((upper | lower) < 0) {
        return false;
      }
      into[position + index] = (byte) (upper << 4 | lower);
      next += 2;
    }
    return true;
  }

  /**
   * The text that was packed.
   *
   * @param length of the text
   */
  static byte[] unpack(byte[] bytes, int position, int length) {
    byte[] text = new byte[length];
    int next = 0;
    for (int index = 0; index < BYTES; index++) {
      if (length == UUID_LENGTH && isBehindDash(index)) {
        text[next++] = '-';
      }
      text[next++] = DIGITS[(bytes[position + index] >> 4) & 15];
      text[next++] = DIGITS[bytes[position + index] & 15];
    }
    return text;
  }

  /** Before the bytes 4, 6, 8 and 10 of a UUID. */
  private static boolean isBehindDash(int index) {
    return index >= 4 && index <= 10 && (index & 1) == 0;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int value = 0; value < DIGITS.length; value++) {
      values[DIGITS[value]] = (byte) value;
    }
    return values;
  }
}
