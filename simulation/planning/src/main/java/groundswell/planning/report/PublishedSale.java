package groundswell.planning.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sale that was published somewhere, with its source and what contradicts it.
 *
 * @param units units sold
 * @param sellOutS time to sell-out as published [s]
 */
record PublishedSale(
    String id,
    String date,
    String channel,
    String channelClass,
    String product,
    long units,
    double sellOutS,
    String quality,
    String source,
    String conflict) {
  private static final String FILE = "/published/flash_sales.csv";

  /** Sales of a channel class; all of them when the class has none. */
  static List<PublishedSale> ofClass(String channelClass) {
    List<PublishedSale> all = all();
    List<PublishedSale> same =
        all.stream().filter(sale -> sale.channelClass.equals(channelClass)).toList();
    return same.isEmpty() ? all : same;
  }

  static List<PublishedSale> all() {
    try (var in = PublishedSale.class.getResourceAsStream(FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> of(fields(line))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private static PublishedSale of(List<String> field) {
    return new PublishedSale(
        field.get(0),
        field.get(1),
        field.get(3),
        field.get(4),
        field.get(5),
        Long.parseLong(field.get(9)),
        Double.parseDouble(field.get(10)),
        field.get(13),
        field.get(14),
        field.get(15));
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
