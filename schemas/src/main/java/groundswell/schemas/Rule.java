package groundswell.schemas;

/**
 * One testable line of a contract.
 *
 * @param name the rule as its reader says it, e.g. "conversion_rate in [0, 1]"
 * @param text a Spark SQL predicate that every row must meet (null counts as met, as in a CHECK),
 *     or a {@code SELECT … FROM {table}} that returns the rows that break it; {@code {layer.name}}
 *     names another table
 * @param hint what to look at first when it breaks
 */
public record Rule(String name, String text, String hint) {

  /** True when the text selects the offending rows, false when it is a predicate for each row. */
  public boolean isQuery() {
    return text.stripLeading().regionMatches(true, 0, "select", 0, 6)
        || text.stripLeading().regionMatches(true, 0, "with", 0, 4);
  }
}
