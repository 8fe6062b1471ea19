package groundswell.jobs.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/** Fields of one delimited row after the other; a row goes on over lines while a quote is open. */
final class CsvFields {
  private static final int LONGEST = 1 << 20;

  private final Lines lines;
  private final byte delimiter;
  private final byte quote;
  private final List<UTF8String> values = new ArrayList<>();
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
  private long line;
  private boolean open;
  private boolean isText;

  CsvFields(Lines lines, CsvOptions options) {
    this.lines = lines;
    this.delimiter = (byte) options.delimiter();
    this.quote = (byte) options.quote();
  }

  /** Reads the next row; false at the end of the file. */
  boolean next() throws IOException {
    values.clear();
    field.reset();
    whole.reset();
    open = false;
    isText = true;
    if (!lines.next()) {
      return false;
    }
    line = lines.number();
    readLine();
    while (open && whole.size() < LONGEST && lines.next()) {
      whole.write('\n');
      field.write('\n');
      readLine();
    }
    endField();
    return true;
  }

  /** Line on which the row begins. */
  long line() {
    return line;
  }

  int count() {
    return values.size();
  }

  /** A field; null when empty. */
  UTF8String value(int index) {
    return values.get(index);
  }

  boolean isBlank() {
    return whole.size() == 0;
  }

  /** True when a quote was opened and never closed. */
  boolean isOpen() {
    return open;
  }

  /** True when every field is UTF-8. */
  boolean isText() {
    return isText;
  }

  byte[] raw() {
    return whole.toByteArray();
  }

  private void readLine() {
    byte[] bytes = lines.buffer();
    int end = lines.start() + lines.length();
    whole.write(bytes, lines.start(), lines.length());
    for (int index = lines.start(); index < end; index++) {
      byte current = bytes[index];
      if (current == quote) {
        boolean isDoubled = open && index + 1 < end && bytes[index + 1] == quote;
        if (isDoubled) {
          field.write(quote);
          index++;
        } else {
          open = !open;
        }
      } else if (current == delimiter && !open) {
        endField();
      } else {
        field.write(current);
      }
    }
  }

  private void endField() {
    UTF8String value = UTF8String.fromBytes(field.toByteArray());
    isText &= value.isValid();
    values.add(value.numBytes() == 0 ? null : value);
    field.reset();
  }
}
