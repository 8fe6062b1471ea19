package groundswell.planning.report;

import java.util.List;
import java.util.Locale;

/** Pieces of HTML; every text is escaped where it enters. */
final class Html {
  private Html() {}

  static String text(Object value) {
    return String.valueOf(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String whole(Object number) {
    return number == null
        ? "–"
        : String.format(Locale.ROOT, "%,.0f", ((Number) number).doubleValue()).replace("-", "−");
  }

  static String percent(Object share) {
    return share == null
        ? "–"
        : String.format(Locale.ROOT, "%.0f %%", 100 * ((Number) share).doubleValue());
  }

  /** A table; the cells are HTML already. Cells that begin with a digit or sign are numbers. */
  static String table(String caption, List<String> head, List<List<String>> rows) {
    var html = new StringBuilder("<div class=\"scroll\"><table><caption>");
    html.append(text(caption)).append("</caption><thead><tr>");
    for (int column = 0; column < head.size(); column++) {
      boolean numbers = isNumber(rows, column);
      html.append(numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      html.append(text(head.get(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append(cell(cell)));
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static boolean isNumber(List<List<String>> rows, int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[−–+]?[\\d.,]*( ?(%|s|min|h|days))?");
  }

  private static String cell(String cell) {
    return (isNumber(cell) ? "<td class=\"n\">" : "<td>") + cell + "</td>";
  }

  /** A table behind a chart. */
  static String behind(String summary, String table) {
    return "<details><summary>" + text(summary) + "</summary>" + table + "</details>";
  }
}
