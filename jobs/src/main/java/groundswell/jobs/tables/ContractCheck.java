package groundswell.jobs.tables;

import static java.util.stream.Collectors.joining;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.Rule;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Audits written rows against their contract: all row rules and the key in one query per table. */
final class ContractCheck {
  /** Up to this many rows one task counts sooner than a shuffle begins. */
  private static final long SMALL_ROWS = 200_000;

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:\\.[a-z_0-9]+)?)}");

  private final SparkSession spark;
  private final Function<Table, Dataset<Row>> rows;

  /**
   * @param rows the rows to look at, of the audited table and of those that its rules name
   */
  ContractCheck(SparkSession spark, Function<Table, Dataset<Row>> rows) {
    this.spark = spark;
    this.rows = rows;
  }

  /**
   * Passes when every rule holds in the slices; throws the first that does not.
   *
   * @param totalRows rows of the whole table
   */
  void audit(Contract contract, List<Slice> slices, long totalRows) {
    if (slices.isEmpty()) {
      return;
    }
    Column touched = slices.stream().map(Slice::filter).reduce(Column::or).orElseThrow();
    Dataset<Row> written = rows.apply(contract.table()).filter(touched);
    checkRows(contract, totalRows <= SMALL_ROWS ? written.coalesce(1) : written);
    for (Rule rule : contract.rules()) {
      if (rule.isQuery()) {
        checkQuery(contract, rule);
      }
    }
  }

  private void checkRows(Contract contract, Dataset<Row> written) {
    List<Rule> rules = rowRules(contract);
    Row counts = counts(contract, written, rules);
    long total = counts.getLong(0);
    for (int index = 0; index < rules.size(); index++) {
      long broken = counts.getLong(index + 2);
      if (broken > 0) {
        Rule rule = rules.get(index);
        throw violation(
            contract, rule, broken + " of " + total + " rows", written.filter(broken(rule)));
      }
    }
    if (counts.getLong(1) > 0) {
      throw doubledKey(contract, written, counts.getLong(1), total);
    }
  }

  /** Rows, rows too many for their key, then the rows that break each rule. */
  private Row counts(Contract contract, Dataset<Row> written, List<Rule> rules) {
    List<Column> sums = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      sums.add(functions.count_if(broken(rules.get(index))).as("broken_" + index));
    }
    Column count = functions.count(functions.lit(1)).as("rows");
    if (contract.key().isEmpty()) {
      sums.add(0, functions.lit(0L).as("surplus"));
      return written.agg(count, sums.toArray(Column[]::new)).first();
    }
    Column[] key = contract.key().stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> byKey = written.groupBy(key).agg(count, sums.toArray(Column[]::new));
    List<Column> totals = new ArrayList<>();
    totals.add(functions.expr("coalesce(sum(rows - 1), 0)"));
    for (int index = 0; index < rules.size(); index++) {
      totals.add(functions.expr("coalesce(sum(broken_%d), 0)".formatted(index)));
    }
    return byKey
        .agg(functions.expr("coalesce(sum(rows), 0)"), totals.toArray(Column[]::new))
        .first();
  }

  /** Rules written in the contract, and those that its columns imply. */
  private static List<Rule> rowRules(Contract contract) {
    List<Rule> rules = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      if (column.required()) {
        rules.add(
            new Rule(
                column.name() + " is never null",
                column.name() + " IS NOT NULL",
                "look at the step that makes " + column.name()));
      }
      if (!column.values().isEmpty()) {
        rules.add(
            new Rule(
                "%s is one of %s".formatted(column.name(), String.join(", ", column.values())),
                "%s IN (%s)"
                    .formatted(
                        column.name(),
                        column.values().stream().map(v -> "'" + v + "'").collect(joining(", "))),
                "a new symbol belongs into the contract first"));
      }
    }
    contract.rules().stream().filter(rule -> !rule.isQuery()).forEach(rules::add);
    return rules;
  }

  private static Column broken(Rule rule) {
    return functions.expr("NOT (" + rule.text() + ")");
  }

  private void checkQuery(Contract contract, Rule rule) {
    Dataset<Row> offending = spark.sql(bound(contract, rule));
    Row found = offending.agg(functions.count(functions.lit(1))).first();
    if (found.getLong(0) > 0) {
      throw violation(contract, rule, found.getLong(0) + " rows", offending);
    }
  }

  private String bound(Contract contract, Rule rule) {
    Matcher place = PLACE.matcher(rule.text());
    return place.replaceAll(
        found ->
            view(found.group(1).equals("table") ? contract.table() : Table.of(found.group(1))));
  }

  private String view(Table table) {
    String name = "audited_" + table.namespace() + "_" + table.name();
    rows.apply(table).createOrReplaceTempView(name);
    return name;
  }

  private static ContractViolation doubledKey(
      Contract contract, Dataset<Row> written, long surplus, long total) {
    Column[] key = contract.key().stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> doubled =
        written.groupBy(key).agg(functions.count(functions.lit(1)).as("rows")).filter("rows > 1");
    Rule rule =
        new Rule(
            "(" + String.join(", ", contract.key()) + ") names one row",
            "",
            "the grain is: " + contract.grain());
    return violation(contract, rule, surplus + " of " + total + " rows", doubled);
  }

  private static ContractViolation violation(
      Contract contract, Rule rule, String counts, Dataset<Row> offending) {
    return ContractViolation.of(contract, rule.name(), counts, example(offending), rule.hint());
  }

  /** One offending row, always the same one; bytes are left out. */
  private static String example(Dataset<Row> offending) {
    Dataset<Row> shown =
        offending.select(
            java.util.Arrays.stream(offending.schema().fields())
                .filter(field -> !field.dataType().simpleString().equals("binary"))
                .map(field -> functions.col(field.name()))
                .toArray(Column[]::new));
    Column[] order =
        java.util.Arrays.stream(shown.columns()).map(functions::col).toArray(Column[]::new);
    Row row = shown.orderBy(order).first();
    return java.util.stream.IntStream.range(0, row.size())
        .filter(index -> !row.isNullAt(index))
        .mapToObj(index -> shown.columns()[index] + ": " + row.get(index))
        .collect(joining(", ", "{", "}"));
  }
}
