package groundswell.jobs.tables;

import static java.util.stream.Collectors.joining;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractViolation;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.RowRules;
import groundswell.schemas.Rule;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Audits written rows against their contract; a small table takes one query, a large one two. */
final class ContractCheck {
  /** Up to this many rows one task counts sooner than a shuffle begins. */
  static final long SMALL_ROWS = 200_000;

  private static final String HASH = "hash";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:\\.[a-z_0-9]+)?)}");

  private final SparkSession spark;
  private final Function<Table, Dataset<Row>> rows;

  /**
   * @param rows what rules that are queries look at: the audited table and those that they name
   */
  ContractCheck(SparkSession spark, Function<Table, Dataset<Row>> rows) {
    this.spark = spark;
    this.rows = rows;
  }

  /** Passes when every rule holds; throws the first that does not. */
  void audit(Audited audited) {
    try {
      checkAll(audited);
    } catch (Exception fault) { // Spark throws what it does not declare
      if (fault instanceof AnalysisException unknown) {
        throw unreadable(audited.contract(), unknown);
      }
      throw fault;
    }
  }

  private void checkAll(Audited audited) {
    if (audited.count() <= SMALL_ROWS) {
      checkSmall(audited, audited.rows().coalesce(1));
    } else {
      checkLarge(audited);
    }
    for (Rule rule : audited.contract().rules()) {
      if (rule.isQuery()) {
        checkQuery(audited.contract(), rule);
      }
    }
  }

  /** Rules and key in one query. */
  private static void checkSmall(Audited audited, Dataset<Row> written) {
    Contract contract = audited.contract();
    List<Rule> rules = rules(audited);
    if (contract.key().isEmpty()) {
      checkRules(audited, sums(rules, written.groupBy()).first());
      return;
    }
    List<Column> totals = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      totals.add(functions.expr("coalesce(sum(broken_%d), 0)".formatted(index)));
    }
    totals.add(functions.expr("coalesce(sum(rows - 1), 0)"));
    Row counts =
        sums(rules, written.groupBy(key(contract)))
            .agg(functions.expr("coalesce(sum(rows), 0)"), totals.toArray(Column[]::new))
            .first();
    checkRules(audited, counts);
    refuseDoubled(contract, written, counts.getLong(rules.size() + 1), counts.getLong(0));
  }

  /**
   * Rules in one pass; then the key, by hashes, which are shorter, and by itself where they meet.
   */
  private void checkLarge(Audited audited) {
    Contract contract = audited.contract();
    Row counts = sums(rules(audited), audited.rows().groupBy()).first();
    checkRules(audited, counts);
    if (contract.key().isEmpty()) {
      return;
    }
    Dataset<Row> all = audited.earlier().map(audited.rows()::union).orElse(audited.rows());
    Column hash = functions.xxhash64(key(contract)).as(HASH);
    Dataset<Row> hashes = audited.rows().select(hash);
    boolean isDoubled = RepeatedHashes.among(new InternalRows(spark).longs(hashes)).length > 0;
    boolean isKnown =
        audited
            .earlier()
            .map(rows -> !rows.select(hash).join(hashes, HASH).isEmpty())
            .orElse(false);
    if (isDoubled || isKnown) {
      long rows = all.count();
      long keys = all.select(key(contract)).distinct().count();
      refuseDoubled(contract, all, rows - keys, rows);
    }
  }

  private static List<Rule> rules(Audited audited) {
    return RowRules.of(audited.contract(), audited.present());
  }

  /** Rows, then the rows that break each rule. */
  private static Dataset<Row> sums(List<Rule> rules, RelationalGroupedDataset groups) {
    List<Column> sums = new ArrayList<>();
    for (int index = 0; index < rules.size(); index++) {
      sums.add(functions.count_if(broken(rules.get(index))).as("broken_" + index));
    }
    return groups.agg(functions.count(functions.lit(1)).as("rows"), sums.toArray(Column[]::new));
  }

  private static void checkRules(Audited audited, Row counts) {
    List<Rule> rules = rules(audited);
    for (int index = 0; index < rules.size(); index++) {
      long broken = counts.getLong(index + 1);
      if (broken > 0) {
        Rule rule = rules.get(index);
        String share = broken + " of " + counts.getLong(0) + " rows";
        throw violation(audited.contract(), rule, share, audited.rows().filter(broken(rule)));
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

  private static Refusal unreadable(Contract contract, AnalysisException fault) {
    return new Refusal(
        ExitCode.CONTRACT_BROKEN,
        "%s: a rule cannot be read: %s%n  contract: %s%n  nothing was written; maybe the rule names a column that was renamed"
            .formatted(
                contract.table(),
                fault.getSimpleMessage().lines().findFirst().orElse(""),
                contract.source()),
        fault);
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
