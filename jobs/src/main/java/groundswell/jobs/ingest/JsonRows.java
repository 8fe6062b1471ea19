package groundswell.jobs.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * JSON lines: one object a line. Nested objects are flattened to {@code a.b}, arrays are kept as
 * JSON text, null and absent are the same. Blank lines are no rows.
 */
final class JsonRows implements RowReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private final Lines lines;
  private final SourceColumns columns;

  JsonRows(InputFile file, SourceColumns columns) throws IOException {
    this.lines = new Lines(file.open());
    this.columns = columns;
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    do {
      if (!lines.next()) {
        return false;
      }
    } while (lines.length() == 0);
    row.begin(lines.number());
    try (JsonParser parser = JSON.createParser(lines.buffer(), lines.start(), lines.length())) {
      read(parser, row);
    } catch (IOException fault) {
      row.begin(lines.number());
      row.refuse(Reason.UNPARSEABLE, "the line is no JSON object: " + words(fault), lines.copy());
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void read(JsonParser parser, SourceRow row) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("it does not begin with {");
    }
    object(parser, "", row.values());
    if (parser.nextToken() != null) {
      throw new IOException("more follows after the object");
    }
  }

  private void object(JsonParser parser, String path, Object[] values) throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String full = path.isEmpty() ? name : path + "." + name;
      value(parser, parser.nextToken(), full, values);
      token = parser.nextToken();
    }
    if (token != JsonToken.END_OBJECT) {
      throw new IOException("it ends within an object");
    }
  }

  private void value(JsonParser parser, JsonToken token, String name, Object[] values)
      throws IOException {
    if (token == null) {
      throw new IOException("it ends within an object");
    }
    if (token == JsonToken.START_OBJECT) {
      object(parser, name, values);
      return;
    }
    int position = columns.position(name);
    if (token == JsonToken.START_ARRAY) {
      UTF8String text = array(parser);
      set(values, position, text);
    } else if (position >= 0 && token != JsonToken.VALUE_NULL) {
      set(values, position, UTF8String.fromString(parser.getText()));
    }
  }

  private static void set(Object[] values, int position, UTF8String value) {
    if (position >= 0) {
      values[position] = value;
    }
  }

  private static UTF8String array(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (var generator = JSON.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return UTF8String.fromString(text.toString());
  }

  private static String words(IOException fault) {
    if (fault instanceof com.fasterxml.jackson.core.io.JsonEOFException) {
      return "it ends too early";
    }
    return fault instanceof com.fasterxml.jackson.core.JsonProcessingException
        ? "it breaks the grammar of JSON"
        : fault.getMessage();
  }
}
