package groundswell.jobs.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Delimited text as RFC 4180 has it: quotes around fields with delimiters, line breaks or doubled
 * quotes. Empty fields are null. A row with another number of fields than the header is refused. A
 * row's number is the line on which it begins.
 */
final class CsvRows implements RowReader {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Lines lines;
  private final CsvFields fields;
  private final CsvOptions options;
  private final SourceColumns columns;
  private int[] positions;
  private String missing = "";

  CsvRows(InputFile file, SourceColumns columns, CsvOptions options) throws IOException {
    this.lines = new Lines(file.open());
    this.fields = new CsvFields(lines, options);
    this.options = options;
    this.columns = columns;
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    if (positions == null && !readHeader()) {
      return false;
    }
    do {
      if (!fields.next()) {
        return false;
      }
    } while (fields.isBlank());
    row.begin(fields.line());
    if (!missing.isEmpty()) {
      row.refuse(Reason.WRONG_COLUMN_COUNT, missing, fields.raw());
    } else if (fields.count() != positions.length) {
      row.refuse(Reason.WRONG_COLUMN_COUNT, wrongCount(), fields.raw());
    } else if (fields.isOpen() || !fields.isText()) {
      row.refuse(Reason.UNPARSEABLE, "a quote never ends, or it is not UTF-8", fields.raw());
    } else {
      for (int index = 0; index < positions.length; index++) {
        if (positions[index] >= 0) {
          row.values()[positions[index]] = fields.value(index);
        }
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private String wrongCount() {
    return "the row has %d fields, the header %d".formatted(fields.count(), positions.length);
  }

  private boolean readHeader() throws IOException {
    List<String> names = columns.names();
    if (options.header()) {
      if (!fields.next()) {
        return false;
      }
      names = new ArrayList<>();
      for (int index = 0; index < fields.count(); index++) {
        UTF8String name = fields.value(index);
        names.add(name == null ? "" : withoutMark(name, index).trim().toString());
      }
      missing = missing(names);
    }
    positions = names.stream().mapToInt(columns::position).toArray();
    return true;
  }

  private String missing(List<String> names) {
    List<String> absent = columns.names();
    absent.removeAll(names);
    return options.optionalColumns() || absent.isEmpty()
        ? ""
        : "the header lacks the columns %s".formatted(absent);
  }

  private static UTF8String withoutMark(UTF8String name, int index) {
    UTF8String mark = UTF8String.fromBytes(BYTE_ORDER_MARK);
    return index == 0 && name.startsWith(mark) ? name.substring(1, name.numChars()) : name;
  }
}
