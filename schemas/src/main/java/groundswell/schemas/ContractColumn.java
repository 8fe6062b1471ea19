package groundswell.schemas;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One column of a table as its contract promises it.
 *
 * @param type string, int, long, double, boolean, date, timestamp (an instant, UTC), binary or
 *     decimal(precision,scale)
 * @param required true when it is never null
 * @param meaning one sentence
 * @param unit unit or domain; empty when the meaning says it
 * @param values the symbols of an enum; empty when any value may stand
 */
public record ContractColumn(
    String name, String type, boolean required, String meaning, String unit, List<String> values) {
  private static final Set<String> TYPES =
      Set.of("string", "int", "long", "double", "boolean", "date", "timestamp", "binary");
  private static final Pattern DECIMAL = Pattern.compile("decimal\\(\\d{1,2},\\d{1,2}\\)");
  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");

  public ContractColumn {
    if (!SNAKE_CASE.matcher(name).matches()) {
      throw new IllegalArgumentException("A column is named in snake_case but is '" + name + "'");
    }
    if (!TYPES.contains(type) && !DECIMAL.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "Column '%s' has type '%s'; known: %s, decimal(precision,scale)"
              .formatted(name, type, TYPES.stream().sorted().toList()));
    }
    values = List.copyOf(values);
  }
}
