package groundswell.generate.activity;

import groundswell.kernels.random.Draws;

/** Identifiers: a function of a key, so that nobody has to hand them on. */
final class Ids {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Ids() {}

  /** Event id in the shape of a UUID of version 7: milliseconds, then random bits. */
  static String event(long micros, long key) {
    long high = (Math.floorDiv(micros, 1_000L) << 16) | 0x7000L | (Draws.bits(key, 1) >>> 52);
    long low = (Draws.bits(key, 2) >>> 2) | 0x8000_0000_0000_0000L;
    char[] text = new char[36];
    int place = 0;
    for (int digit = 0; digit < 32; digit++) {
      if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
        text[place++] = '-';
      }
      long half = digit < 16 ? high : low;
      text[place++] = HEX[(int) (half >>> (60 - 4 * (digit & 15))) & 15];
    }
    return new String(text);
  }

  /** A thing's id: a letter for its kind and sixteen hexadecimal digits. */
  static String thing(char kind, long key) {
    char[] text = new char[18];
    text[0] = kind;
    text[1] = '-';
    for (int digit = 0; digit < 16; digit++) {
      text[digit + 2] = HEX[(int) (key >>> (60 - 4 * digit)) & 15];
    }
    return new String(text);
  }
}
