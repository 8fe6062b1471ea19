package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Events as bytes, about a fifth of their size as rows: of each its place in the sort order, its
 * id, then column number and value of what is not null. {@code community_id}, {@code period} and
 * {@code source_file} are left out: whoever keeps a set of events keeps them once.
 */
final class EncodedEvents implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ORDER_BYTES = 8;
  private static final int LONGEST_NUMBER = 10;
  private static final int SMALLEST = 1 << 12;

  private static final Vocabulary VOCABULARY = Vocabulary.released();
  private static final FieldKind[] KINDS =
      VOCABULARY.fields().stream().map(EventField::kind).toArray(FieldKind[]::new);
  private static final int EVENT_ID = VOCABULARY.index("event_id");
  private static final int EVENT_TYPE = VOCABULARY.index("event_type");
  private static final int EVENT_TS = VOCABULARY.index("event_ts");
  private static final boolean[] LEFT_OUT = leftOut();

  private byte[] bytes = new byte[SMALLEST];
  private int[] ends = new int[SMALLEST / 128];
  private int size;

  int size() {
    return size;
  }

  /** Bytes that an event takes. */
  int bytes(int event) {
    return ends[event] - start(event);
  }

  /** Adds a complete row of {@code core.event}. */
  void add(Object[] values) {
    int position = start(size);
    position = number(position, order(values));
    position = text(position, (UTF8String) values[EVENT_ID]);
    for (int column = 0; column < KINDS.length; column++) {
      Object value = values[column];
      if (value != null && !LEFT_OUT[column]) {
        bytes[position++] = (byte) column;
        position = value(position, KINDS[column], value);
      }
    }
    end(position);
  }

  /** Adds an event of another set. */
  void add(EncodedEvents other, int event) {
    int position = start(size);
    int length = other.bytes(event);
    room(position, length);
    System.arraycopy(other.bytes, other.start(event), bytes, position, length);
    end(position + length);
  }

  /** Gives back what was reserved and not used. */
  void trim() {
    bytes = Arrays.copyOf(bytes, start(size));
    ends = Arrays.copyOf(ends, size);
  }

  /** Sets the columns of a row that the event has and that are not left out; touches no other. */
  void read(int event, Object[] values) {
    new Reader(event).read(values);
  }

  /** Columns for what events hold, still empty. */
  static EventColumns columns() {
    return new EventColumns(KINDS);
  }

  /**
   * Adds what an event holds, but for what is left out, as a row of columns.
   *
   * @return the bytes in which its texts stand
   */
  byte[] take(int event, int row, EventColumns columns) {
    new Reader(event).take(row, columns);
    return bytes;
  }

  /** Type and time of an event as one number that sorts like them. */
  long order(int event) {
    return Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + start(event));
  }

  /** Compares the ids of two events as their bytes. */
  static int compareIds(EncodedEvents left, int leftEvent, EncodedEvents right, int rightEvent) {
    Reader one = left.new Reader(leftEvent);
    Reader two = right.new Reader(rightEvent);
    return one.text().binaryCompare(two.text());
  }

  private int start(int event) {
    return event == 0 ? 0 : ends[event - 1];
  }

  private void end(int position) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size + 1);
    }
    ends[size++] = position;
  }

  /** Event types by name in the upper bits, microseconds since 1970 in the 56 lower ones. */
  private static long order(Object[] values) {
    long rank = VOCABULARY.rank((UTF8String) values[EVENT_TYPE]);
    return (rank << 56) + (Long) values[EVENT_TS];
  }

  private int value(int position, FieldKind kind, Object value) {
    return switch (kind) {
      case TEXT, SYMBOL -> text(position, (UTF8String) value);
      case INT, DATE -> varying(position, (Integer) value);
      case LONG, INSTANT -> varying(position, (Long) value);
      case MONEY -> varying(position, ((Decimal) value).toUnscaledLong());
      case DOUBLE -> number(position, Double.doubleToRawLongBits((Double) value));
      case BOOLEAN -> varying(position, (Boolean) value ? 1 : 0);
    };
  }

  private int number(int position, long number) {
    room(position, ORDER_BYTES);
    Platform.putLong(bytes, Platform.BYTE_ARRAY_OFFSET + position, number);
    return position + ORDER_BYTES;
  }

  /** Length and bytes; of hex digits the negative length, and what they stand for. */
  private int text(int position, UTF8String text) {
    int length = text.numBytes();
    if (PackedHex.mayHave(length)) {
      room(position, 1 + PackedHex.BYTES);
      if (PackedHex.pack(text, bytes, position + 1)) {
        return varying(position, -length) + PackedHex.BYTES;
      }
    }
    int start = varying(position, length);
    room(start, length);
    text.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + start);
    return start + length;
  }

  /** Seven bits a byte, small numbers of either sign first. */
  private int varying(int position, long number) {
    room(position, LONGEST_NUMBER);
    int next = position;
    long left = (number << 1) ^ (number >> 63);
    while ((left & ~0x7fL) != 0) {
      bytes[next++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[next++] = (byte) left;
    return next;
  }

  /** Room for this many bytes and the number of the next column. */
  private void room(int position, int length) {
    if (position + length >= bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(2 * bytes.length, length));
    }
  }

  private static boolean[] leftOut() {
    boolean[] left = new boolean[VOCABULARY.width()];
    for (String name : new String[] {"community_id", "period", "source_file", "event_id"}) {
      left[VOCABULARY.index(name)] = true;
    }
    return left;
  }

  /** Reads one event from its start. */
  private final class Reader {
    private final int end;
    private int position;

    private Reader(int event) {
      position = start(event) + ORDER_BYTES;
      end = ends[event];
    }

    private void read(Object[] values) {
      values[EVENT_ID] = text();
      while (position < end) {
        int column = bytes[position++] & 0xff;
        values[column] = value(KINDS[column]);
      }
    }

    private void take(int row, EventColumns columns) {
      columns.add(EVENT_ID, row, textPlace());
      while (position < end) {
        int column = bytes[position++] & 0xff;
        columns.add(column, row, number(KINDS[column]));
      }
    }

    private long number(FieldKind kind) {
      return switch (kind) {
        case TEXT, SYMBOL -> textPlace();
        case DOUBLE -> number();
        default -> varying();
      };
    }

    private long textPlace() {
      int length = (int) varying();
      int start = position;
      position += length < 0 ? PackedHex.BYTES : length;
      return EventColumns.text(start, length);
    }

    private Object value(FieldKind kind) {
      return switch (kind) {
        case TEXT, SYMBOL -> text();
        case INT, DATE -> (int) varying();
        case LONG, INSTANT -> varying();
        case MONEY -> Decimal.createUnsafe(varying(), 18, 4);
        case DOUBLE -> Double.longBitsToDouble(number());
        case BOOLEAN -> varying() != 0;
      };
    }

    private UTF8String text() {
      long place = textPlace();
      int start = (int) (place >>> 32);
      int length = (int) place;
      return length < 0
          ? UTF8String.fromBytes(PackedHex.unpack(bytes, start, -length))
          : UTF8String.fromBytes(bytes, start, length);
    }

    private long number() {
      position += ORDER_BYTES;
      return Platform.getLong(bytes, Platform.BYTE_ARRAY_OFFSET + position - ORDER_BYTES);
    }

    private long varying() {
      long number = 0;
      int shift = 0;
      byte next;
      do {
        next = bytes[position++];
        number |= (long) (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0);
      return (number >>> 1) ^ -(number & 1);
    }
  }
}
