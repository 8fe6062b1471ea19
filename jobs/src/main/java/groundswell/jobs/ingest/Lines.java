package groundswell.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream as bytes, without their ends (LF or CR LF). After {@link #next} the line stands
 * in {@link #buffer} from {@link #start} on. Reads the stream once, copies only lines that cross a
 * block. A failing stream is the caller's to report; the lines before it are whole.
 */
final class Lines implements Closeable {
  private static final int BLOCK = 1 << 16;
  private static final int LONGEST = 1 << 28;

  private final InputStream in;
  private byte[] buffer = new byte[BLOCK];
  private int start;
  private int length;
  private int position;
  private int limit;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    start = position;
    int scanned = position;
    while (true) {
      for (int index = scanned; index < limit; index++) {
        if (buffer[index] == '\n') {
          return found(index, index + 1);
        }
      }
      scanned = limit;
      int moved = makeRoom();
      scanned -= moved;
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        return start < limit && found(limit, limit);
      }
      limit += count;
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  byte[] copy() {
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean found(int end, int after) {
    length = end - start;
    if (length > 0 && buffer[end - 1] == '\r') {
      length--;
    }
    position = after;
    number++;
    return true;
  }

  /** Shifts the open line to the front, or grows; returns by how far the bytes moved. */
  private int makeRoom() throws IOException {
    int moved = start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
      position = 0;
    } else if (limit == buffer.length) {
      if (buffer.length >= LONGEST) {
        throw new IOException("line %d is longer than %d bytes".formatted(number + 1, LONGEST));
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    return moved;
  }
}
