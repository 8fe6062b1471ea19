package groundswell.generate.output;

import java.util.Arrays;

/** Encoded rows that wait for their file, to be written in the order of receipt. */
final class Rows {
  /** Bits for a row's number beside its instant within a day [microseconds, 37 bits]. */
  private static final int ROW_BITS = 26;

  private final Bytes bytes = new Bytes();
  private long[] receivedTs = new long[1024];
  private int[] end = new int[1024];
  private int count;

  /** Where the next row is to be encoded; {@link #close} ends it. */
  Bytes open() {
    return bytes;
  }

  void close(long received) {
    if (count == end.length) {
      receivedTs = Arrays.copyOf(receivedTs, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
    }
    receivedTs[count] = received;
    end[count++] = bytes.size();
  }

  /** Adds a row that was encoded before. */
  void add(long received, byte[] row) {
    bytes.raw(row, 0, row.length);
    close(received);
  }

  int count() {
    return count;
  }

  int start(int row) {
    return row == 0 ? 0 : end[row - 1];
  }

  int length(int row) {
    return end[row] - start(row);
  }

  byte[] array() {
    return bytes.array();
  }

  /** Takes back the row that was encoded and not yet closed. */
  byte[] withdraw() {
    int begin = start(count);
    byte[] row = bytes.copy(begin, bytes.size());
    bytes.truncate(begin);
    return row;
  }

  /** Rows by instant of receipt; equal instants as they were added. */
  int[] byReceipt() {
    long first = Arrays.stream(receivedTs, 0, count).min().orElse(0);
    long[] keys = new long[count];
    for (int row = 0; row < count; row++) {
      keys[row] = ((receivedTs[row] - first) << ROW_BITS) | row;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1L << ROW_BITS) - 1))).toArray();
  }
}
