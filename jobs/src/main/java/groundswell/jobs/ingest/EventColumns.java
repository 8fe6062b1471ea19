package groundswell.jobs.ingest;

import groundswell.jobs.tables.ColumnSink;
import java.util.Arrays;

/**
 * What some events hold, by column: the rows that have a value, and the value as one number; of a
 * text where it stands in the bytes of its event. Reused for the next events; one thread.
 */
final class EventColumns {
  private static final int SMALLEST = 64;

  private final FieldKind[] kinds;
  private final int[][] rows;
  private final long[][] values;
  private final int[] sizes;

  EventColumns(FieldKind[] kinds) {
    this.kinds = kinds.clone();
    this.rows = new int[kinds.length][SMALLEST];
    this.values = new long[kinds.length][SMALLEST];
    this.sizes = new int[kinds.length];
  }

  void clear() {
    Arrays.fill(sizes, 0);
  }

  /** Adds the value of a column in a row; rows come in their order. */
  void add(int column, int row, long value) {
    int size = sizes[column];
    if (size == rows[column].length) {
      rows[column] = Arrays.copyOf(rows[column], 2 * size);
      values[column] = Arrays.copyOf(values[column], 2 * size);
    }
    rows[column][size] = row;
    values[column][size] = value;
    sizes[column] = size + 1;
  }

  /**
   * A text as a number.
   *
   * @param length negative for one that is packed
   */
  static long text(int start, int length) {
    return ((long) start << 32) | (length & 0xffff_ffffL);
  }

  /**
   * Hands a column over.
   *
   * @param bytes by row, what texts stand in
   */
  void give(int column, byte[][] bytes, int count, ColumnSink into) {
    int next = 0;
    for (int index = 0; index < sizes[column]; index++) {
      int row = rows[column][index];
      into.missing(column, row - next);
      value(column, values[column][index], bytes[row], into);
      next = row + 1;
    }
    into.missing(column, count - next);
  }

  private void value(int column, long value, byte[] bytes, ColumnSink into) {
    switch (kinds[column]) {
      case TEXT, SYMBOL -> text(column, (int) (value >>> 32), (int) value, bytes, into);
      case INT, DATE -> into.integer(column, (int) value);
      case LONG, INSTANT, MONEY -> into.number(column, value);
      case DOUBLE -> into.real(column, Double.longBitsToDouble(value));
      case BOOLEAN -> into.flag(column, value != 0);
    }
  }

  private static void text(int column, int start, int length, byte[] bytes, ColumnSink into) {
    if (length < 0) {
      into.text(column, PackedHex.unpack(bytes, start, -length), 0, -length);
    } else {
      into.text(column, bytes, start, length);
    }
  }
}
