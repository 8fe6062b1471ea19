package groundswell.jobs.tables;

import static java.util.stream.Collectors.joining;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractViolation;
import groundswell.schemas.RowRules;
import groundswell.schemas.Rule;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Audits written rows against their contract; a small table takes one query, a large one two. */
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
    if (totalRows <= SMALL_ROWS) {
      checkSmall(contract, written.coalesce(1));
    } else {
      checkLarge(contract, written);
    }
    for (Rule rule : contract.rules()) {
      if (rule.isQuery()) {
        checkQuery(contract, rule);
      }
    }
  }

  /** Rules and key in one query. */
  private static void checkSmall(Contract contract, Dataset<Row> written) {
    if (contract.key().isEmpty()) {
      checkRules(contract, written, sums(contract, written));
      return;
    }
    int rules = RowRules.of(contract).size();
    List<Column> totals = new ArrayList<>();
    for (int index = 0; index < rules; index++) {
      totals.add(functions.expr("coalesce(sum(broken_%d), 0)".formatted(index)));
    }
    totals.add(functions.expr("coalesce(sum(rows - 1), 0)"));
    Row counts =
        sums(contract, written.groupBy(key(contract)))
            .agg(functions.expr("coalesce(sum(rows), 0)"), totals.toArray(Column[]::new))
            .first();
    checkRules(contract, written, counts);
    refuseDoubled(contract, written, counts.getLong(rules + 1), counts.getLong(0));
  }

  /**
   * Rules in one pass; then the key, by hashes, which are shorter, and by itself where they meet.
   */
  private static void checkLarge(Contract contract, Dataset<Row> written) {
    Row counts = sums(contract, written);
    checkRules(contract, written, counts);
    if (!contract.key().isEmpty()) {
      long hashes =
          written
              .select(functions.xxhash64(key(contract)).as("hash"))
              .agg(functions.countDistinct("hash"))
              .first()
              .getLong(0);
      if (hashes < counts.getLong(0)) {
        long keys = written.select(key(contract)).distinct().count();
        refuseDoubled(contract, written, counts.getLong(0) - keys, counts.getLong(0));
      }
    }
  }

  private static Row sums(Contract contract, Dataset<Row> written) {
    return sums(contract, written.groupBy()).first();
  }

  /** Rows, then the rows that break each rule. */
  private static Dataset<Row> sums(Contract contract, RelationalGroupedDataset groups) {
    List<Rule> rules = RowRules.of(contract);
    List<Column> sums = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      sums.add(functions.count_if(broken(rules.get(index))).as("broken_" + index));
    }
    return groups.agg(functions.count(functions.lit(1)).as("rows"), sums.toArray(Column[]::new));
  }

  private static void checkRules(Contract contract, Dataset<Row> written, Row counts) {
    List<Rule> rules = RowRules.of(contract);
    for (int index = 0; index < rules.size(); index++) {
      long broken = counts.getLong(index + 1);
      if (broken > 0) {
        Rule rule = rules.get(index);
        String share = broken + " of " + counts.getLong(0) + " rows";
        throw violation(contract, rule, share, written.filter(broken(rule)));
      }
    }
  }

  private static Column[] key(Contract contract) {
    return contract.key().stream().map(functions::col).toArray(Column[]::new);
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

  private static void refuseDoubled(
      Contract contract, Dataset<Row> written, long surplus, long total) {
    if (surplus == 0) {
      return;
    }
    Dataset<Row> doubled =
        written
            .groupBy(key(contract))
            .agg(functions.count(functions.lit(1)).as("rows"))
            .filter("rows > 1");
    Rule rule =
        new Rule(
            "(" + String.join(", ", contract.key()) + ") names one row",
            "",
            "the grain is: " + contract.grain());
    throw violation(contract, rule, surplus + " of " + total + " rows", doubled);
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
