package groundswell.schemas;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every single row must meet: the contract's predicates, and those that its columns imply. */
public final class RowRules {
  private RowRules() {}

  /** The predicates, in the order of the columns, then of the contract. */
  public static List<Rule> of(Contract contract) {
    return of(contract, Set.of());
  }

  /**
   * The predicates that are left to look at.
   *
   * @param present columns that are known to hold no null
   */
  public static List<Rule> of(Contract contract, Set<String> present) {
    List<Rule> rules = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      if (column.required() && !present.contains(column.name())) {
        rules.add(present(column));
      }
      if (!column.values().isEmpty()) {
        rules.add(listed(column));
      }
    }
    contract.rules().stream().filter(rule -> !rule.isQuery()).forEach(rules::add);
    return rules;
  }

  private static Rule present(ContractColumn column) {
    return new Rule(
        column.name() + " is never null",
        column.name() + " IS NOT NULL",
        "look at the step that makes " + column.name());
  }

  private static Rule listed(ContractColumn column) {
    String symbols =
        column.values().stream()
            .map(value -> "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(joining(", "));
    return new Rule(
        "%s is one of %s".formatted(column.name(), String.join(", ", column.values())),
        "%s IN (%s)".formatted(column.name(), symbols),
        "a new symbol belongs into the contract first");
  }
}
