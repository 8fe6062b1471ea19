package groundswell.planning.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of figures that others published, as facts with their sources; shipped in the jar. */
public final class PublishedFile {
  private PublishedFile() {}

  /** The rows of a CSV file by the names of its first line. */
  public static List<Map<String, String>> rows(String file) {
    List<String> lines = text(file).lines().toList();
    List<String> names = fields(lines.get(0));
    return lines.stream().skip(1).map(line -> row(names, fields(line))).toList();
  }

  /** The whole file. */
  public static String text(String file) {
    String resource = "/published/" + file;
    try (InputStream in = PublishedFile.class.getResourceAsStream(resource);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      reader.lines().forEach(line -> text.append(line).append('\n'));
      return text.toString();
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read " + resource, fault);
    }
  }

  private static Map<String, String> row(List<String> names, List<String> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int place = 0; place < names.size(); place++) {
      row.put(names.get(place), fields.get(place));
    }
    return row;
  }

  /** Fields of one line; quotes keep commas together. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (char letter : (line + ",").toCharArray()) {
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(letter);
      }
    }
    return fields;
  }
}
