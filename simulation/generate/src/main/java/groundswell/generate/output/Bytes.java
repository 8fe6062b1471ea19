package groundswell.generate.output;

import java.util.Arrays;

/** A growing run of bytes, with the few encodings that rows need. Not for two threads at once. */
final class Bytes {
  private byte[] bytes = new byte[1 << 16];
  private int size;

  int size() {
    return size;
  }

  /** The array behind; valid up to {@link #size} until the next write. */
  byte[] array() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  Bytes raw(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  Bytes raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /** Text of ASCII characters only; the generator writes no others. */
  Bytes ascii(String text) {
    int length = text.length();
    room(length);
    for (int index = 0; index < length; index++) {
      bytes[size++] = (byte) text.charAt(index);
    }
    return this;
  }

  /** Avro's int and long: zigzag, seven bits a byte. */
  Bytes zigzag(long value) {
    room(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Eight bytes, least significant first. */
  Bytes fixed64(long value) {
    for (int shift = 0; shift < 64; shift += 8) {
      raw((int) (value >>> shift));
    }
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
