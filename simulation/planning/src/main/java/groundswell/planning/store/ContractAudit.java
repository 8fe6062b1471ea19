package groundswell.planning.store;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractViolation;
import groundswell.schemas.RowRules;
import groundswell.schemas.Rule;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;

/**
 * Audits rows against their contract: what its columns promise, its predicates and queries, and its
 * key. By SQLite, which the catalogue brings, because there is no Spark here.
 */
final class ContractAudit {
  private final Contract contract;
  private final AuditedRows rows;

  private ContractAudit(Contract contract, AuditedRows rows) {
    this.contract = contract;
    this.rows = rows;
  }

  /** Passes when every rule holds; throws the first that does not. */
  static void check(Contract contract, Iterable<Record> records) {
    try (AuditedRows rows = AuditedRows.of(contract, records)) {
      new ContractAudit(contract, rows).check();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot audit " + contract.table() + ": " + e, e);
    }
  }

  private void check() throws SQLException {
    checkEachRow();
    for (Rule rule : contract.rules()) {
      if (rule.isQuery()) {
        String offending = rule.text().replace("{table}", "audited");
        refuse(rule, offending, rows.number("SELECT count(*) FROM (%s)".formatted(offending)));
      }
    }
    if (!contract.key().isEmpty()) {
      String doubled = doubled();
      refuse(oneRow(), doubled, rows.number("SELECT count(*) FROM (%s)".formatted(doubled)));
    }
  }

  /** Counts the rows that break each rule in one pass. */
  private void checkEachRow() throws SQLException {
    List<Rule> rules = RowRules.of(contract);
    String sums =
        rules.stream()
            .map(rule -> "sum(NOT (" + rule.text() + "))")
            .collect(Collectors.joining(", "));
    List<Long> broken = rows.numbers("SELECT " + sums + " FROM audited");
    for (int index = 0; index < rules.size(); index++) {
      Rule rule = rules.get(index);
      String offending = "SELECT * FROM audited WHERE NOT (" + rule.text() + ")";
      refuse(rule, offending, broken.get(index));
    }
  }

  private Rule oneRow() {
    return new Rule(
        "(" + String.join(", ", contract.key()) + ") names one row",
        "",
        "the grain is: " + contract.grain());
  }

  private String doubled() {
    String key = String.join(", ", contract.key());
    return "SELECT %s, count(*) AS rows FROM audited GROUP BY %s HAVING count(*) > 1"
        .formatted(key, key);
  }

  private void refuse(Rule rule, String offending, long broken) throws SQLException {
    if (broken > 0) {
      String counts = broken + " of " + rows.number("SELECT count(*) FROM audited") + " rows";
      throw ContractViolation.of(contract, rule.name(), counts, example(offending), rule.hint());
    }
  }

  /** One offending row, always the same one. */
  private String example(String offending) throws SQLException {
    Map<String, Object> row =
        rows.first("SELECT * FROM (%s) ORDER BY %s".formatted(offending, order())).orElseThrow();
    return row.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String order() {
    return contract.key().isEmpty() ? "1" : String.join(", ", contract.key());
  }
}
