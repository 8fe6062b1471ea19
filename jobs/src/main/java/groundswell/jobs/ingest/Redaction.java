package groundswell.jobs.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What may be kept of a refused row. A row that was read is kept as a JSON object of its columns,
 * with pseudonyms in place of ids. Of a row that could not be read nobody knows where the ids are:
 * its shape is kept, with every letter and digit masked but for words of the vocabulary.
 */
final class Redaction {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 4_096;

  private final SourceColumns columns;
  private final Pseudonyms pseudonyms;
  private final Set<String> words = new HashSet<>();

  Redaction(SourceColumns columns, Pseudonyms pseudonyms) {
    this.columns = columns;
    this.pseudonyms = pseudonyms;
    words.addAll(columns.names());
    words.addAll(Vocabulary.released().kinds());
    words.add("payload");
  }

  /** The columns of a row that was read. */
  byte[] columns(SourceRow row, RowMapper mapper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (int position = 0; position < columns.width(); position++) {
        Object value = row.values()[position];
        if (value != null && !isErased(value, mapper.isPersonal(position))) {
          json.writeStringField(columns.name(position), shown(value, mapper.isPersonal(position)));
        }
      }
      json.writeEndObject();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return bytes.toByteArray();
  }

  /** True when a row that was read names a member who was erased. */
  boolean namesErased(SourceRow row, RowMapper mapper) {
    return IntStream.range(0, columns.width())
        .anyMatch(
            position ->
                row.values()[position] != null
                    && isErased(row.values()[position], mapper.isPersonal(position)));
  }

  /** The shape of bytes that could not be read: letters become x, digits 9. */
  byte[] shape(byte[] raw) {
    String text = new String(raw, 0, Math.min(raw.length, LONGEST), StandardCharsets.UTF_8);
    StringBuilder shape = new StringBuilder(text.length());
    int index = 0;
    while (index < text.length()) {
      int end = index;
      while (end < text.length() && isWordPart(text.charAt(end))) {
        end++;
      }
      if (end > index) {
        mask(text.substring(index, end), shape);
        index = end;
      } else {
        shape.append(text.charAt(index++));
      }
    }
    return shape.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String shown(Object value, boolean isPersonal) {
    return isPersonal
        ? pseudonyms.of(UTF8String.fromString(value.toString())).toString()
        : value.toString();
  }

  private boolean isErased(Object value, boolean isPersonal) {
    return isPersonal && pseudonyms.isErased(UTF8String.fromString(value.toString()));
  }

  private void mask(String word, StringBuilder shape) {
    if (words.contains(word)) {
      shape.append(word);
      return;
    }
    for (int index = 0; index < word.length(); index++) {
      char current = word.charAt(index);
      shape.append(Character.isDigit(current) ? '9' : current == '_' ? '_' : 'x');
    }
  }

  private static boolean isWordPart(char current) {
    return current == '_' || current > 127 || Character.isLetterOrDigit(current);
  }
}
