package groundswell.planning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractViolation;
import groundswell.schemas.Contracts;
import groundswell.schemas.RowRules;
import groundswell.schemas.Rule;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of the contracts of simulate and plan, on what the small route really wrote: it holds
 * there, in SQLite as in DuckDB over the files, and a row that breaks it is found by both.
 */
class ContractRulesTest {
  /** One way to break each rule; a rule without an example here fails the build. */
  private static final List<Breach> BREACHES =
      List.of(
          of("simulation.growth_cause", "credit is not negative", "p5", -1),
          of("simulation.growth_daily", "quantiles are in order", "p5", 1e9),
          of("simulation.growth_daily", "counts are not negative", "p5", -1, "measure", "won"),
          of("simulation.run", "draws are positive", "draws", 0),
          of("simulation.sale_draw", "allocated is paid or returned", "returned", 999_999),
          of("simulation.sale_draw", "nobody gets what is not offered", "offered", -1),
          of("simulation.sale_draw", "demand is served or not", "unserved", 999_999),
          of("plan.sale_draw", "allocated is paid or returned", "returned", 999_999),
          of("plan.sale_draw", "nobody gets what is not offered", "offered", -1),
          of("plan.sale_draw", "demand is served or not", "unserved", 999_999),
          of("plan.answer", "a share is a share", "fill_rate", 1.5),
          of("plan.comparison", "the interval holds the advantage", "plan_advantage_low", 1e15),
          of(
              "plan.comparison",
              "nothing beats perfect information",
              "policy",
              "perfect_information",
              "plan_advantage",
              1.0),
          of("plan.launch_plan", "a step is a build or a round", "build_qty", 1, "round_id", "r"),
          of(
              "plan.launch_plan",
              "demand quantiles are in order",
              "round_id",
              "r",
              "demand_p10",
              2.0,
              "demand_p50",
              1.0),
          of("plan.launch_plan", "minimum orders hold", "moq_ok", false),
          of("plan.profit_curve", "profit quantiles are in order", "profit_p10", 1e13),
          of("plan.reactive_build", "probability is a share", "probability", 1.5));

  @TempDir static Path folder;
  private static Path warehouse;

  /** A row of a table, changed so that it breaks a rule. */
  record Breach(Table table, String rule, Map<String, Object> changes) {
    Rule asWritten() {
      return Contracts.of(table).rules().stream()
          .filter(known -> known.name().equals(rule))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String toString() {
      return table + ": " + rule;
    }
  }

  @BeforeAll
  static void run() {
    warehouse = SmallRoute.run(folder);
  }

  @Test
  void every_rule_holds_in_duckdb_on_the_published_files() throws SQLException {
    for (Contract contract : audited()) {
      for (Rule rule : RowRules.of(contract)) {
        String from = "(SELECT * FROM %s)".formatted(files(contract.table()));
        assertThat(broken(rule, from)).as(contract.table() + ": " + rule.name()).isZero();
      }
    }
  }

  @Test
  void every_key_names_one_row_in_duckdb_on_the_published_files() throws SQLException {
    for (Contract contract : audited()) {
      String key = String.join(", ", contract.key());
      String from = files(contract.table());
      long rows = number("SELECT count(*) FROM " + from);
      assertThat(number("SELECT count(*) FROM (SELECT DISTINCT %s FROM %s)".formatted(key, from)))
          .isEqualTo(rows)
          .isPositive();
    }
  }

  @Test
  void every_rule_has_a_row_here_that_breaks_it() {
    List<String> rules =
        audited().stream()
            .flatMap(
                contract -> contract.rules().stream().map(r -> contract.table() + ": " + r.name()))
            .toList();

    assertThat(BREACHES.stream().map(Breach::toString)).containsExactlyInAnyOrderElementsOf(rules);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void a_row_that_breaks_a_rule_is_found_by_sqlite_and_by_duckdb(Breach breach)
      throws SQLException {
    Contract contract = Contracts.of(breach.table());
    Contract alone = withOnly(contract, breach.asWritten());

    assertDoesNotThrow(() -> ContractAudit.check(alone, List.of(record(contract, Map.of()))));
    assertThatThrownBy(
            () -> ContractAudit.check(alone, List.of(record(contract, breach.changes()))))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining("1 of 1 rows break '" + breach.rule() + "'")
        .hasMessageContaining(breach.asWritten().hint());
    assertThat(broken(breach.asWritten(), changed(breach))).isEqualTo(1);
  }

  @Test
  void a_null_in_a_required_column_is_refused_with_the_row() {
    Contract contract = Contracts.of(Table.PLAN_PROFIT_CURVE);

    assertThatThrownBy(() -> ContractAudit.check(contract, List.of(without("profit_mean"))))
        .hasMessageContaining("plan.profit_curve: 1 of 1 rows break 'profit_mean is never null'")
        .hasMessageContaining("scenario: hamlet-launch")
        .hasMessageContaining("plan.profit_curve.odcs.yaml");
  }

  @Test
  void a_number_that_is_none_counts_as_missing() {
    Contract contract = Contracts.of(Table.PLAN_PROFIT_CURVE);

    assertThatThrownBy(
            () ->
                ContractAudit.check(
                    contract, List.of(record(contract, Map.of("fill_rate", Double.NaN)))))
        .hasMessageContaining("'fill_rate is never null'");
  }

  @Test
  void a_symbol_that_the_contract_does_not_list_is_refused() {
    Contract contract = Contracts.of(Table.PLAN_COMPARISON);

    assertThatThrownBy(
            () ->
                ContractAudit.check(
                    contract, List.of(record(contract, Map.of("policy", "oracle")))))
        .hasMessageContaining("1 of 1 rows break 'policy is one of plan,")
        .hasMessageContaining("policy: oracle");
  }

  @Test
  void two_rows_under_one_key_are_refused() {
    Contract contract = Contracts.of(Table.PLAN_PROFIT_CURVE);
    Record row = record(contract, Map.of());

    assertThatThrownBy(() -> ContractAudit.check(contract, List.of(row, row)))
        .hasMessageContaining("'(community_id, scenario, launch_build) names one row'");
  }

  @Test
  void rows_that_break_a_rule_leave_the_publication_as_it_was() {
    try (Warehouse open = Warehouse.open(warehouse)) {
      String before = open.publication().name();
      int steps = open.read(Table.PLAN_PROFIT_CURVE).size();
      Rows rows = new Rows(Table.PLAN_PROFIT_CURVE, Map.of());
      fill(rows.add(), record(Contracts.of(rows.table()), Map.of("profit_p10", 1e13)));

      assertThatThrownBy(
              () ->
                  new Publisher(open, SmallRoute.NOON)
                      .replace("plan", "hamlet", "hamlet-launch", List.of(rows)))
          .isInstanceOf(ContractViolation.class);
      assertThat(open.publication().name()).isEqualTo(before);
      assertThat(open.read(Table.PLAN_PROFIT_CURVE)).hasSize(steps);
    }
  }

  static Stream<Breach> breaches() {
    return BREACHES.stream();
  }

  private static List<Contract> audited() {
    return Contracts.all().stream()
        .filter(contract -> List.of("simulation", "plan").contains(contract.table().namespace()))
        .toList();
  }

  /** A real row with some values in place of its own. */
  private static Record record(Contract contract, Map<String, Object> changes) {
    Record record = GenericRecord.create(ColumnTypes.schema(contract));
    try (Warehouse open = Warehouse.open(warehouse)) {
      open.read(contract.table()).get(0).forEach(record::setField);
    }
    changes.forEach(
        (column, value) ->
            record.setField(column, ColumnTypes.value(contract.column(column), value)));
    return record;
  }

  private static Record without(String column) {
    Record record = record(Contracts.of(Table.PLAN_PROFIT_CURVE), Map.of());
    record.setField(column, null);
    return record;
  }

  private static void fill(Rows.Row row, Record record) {
    record.struct().fields().forEach(f -> row.set(f.name(), record.getField(f.name())));
  }

  private static Contract withOnly(Contract contract, Rule rule) {
    return new Contract(
        contract.table(),
        contract.version(),
        contract.purpose(),
        contract.question(),
        contract.grain(),
        contract.columns(),
        contract.key(),
        contract.sort(),
        List.of(rule));
  }

  private static Breach of(String table, String rule, Object... changes) {
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    for (int at = 0; at < changes.length; at += 2) {
      map.put((String) changes[at], changes[at + 1]);
    }
    return new Breach(Table.of(table), rule, map);
  }

  private static String changed(Breach breach) {
    String changes =
        breach.changes().entrySet().stream()
            .map(entry -> literal(entry.getValue()) + " AS " + entry.getKey())
            .collect(Collectors.joining(", "));
    return "(SELECT * REPLACE (%s) FROM %s LIMIT 1)".formatted(changes, files(breach.table()));
  }

  private static String literal(Object value) {
    return value instanceof String text ? "'" + text + "'" : value.toString();
  }

  private static long broken(Rule rule, String from) throws SQLException {
    return number("SELECT count(*) FROM %s WHERE NOT (%s)".formatted(from, rule.text()));
  }

  private static String files(Table table) {
    try (Warehouse open = Warehouse.open(warehouse)) {
      return open.publication().table(table).orElseThrow().files().stream()
          .map(file -> "'" + warehouse.resolve(file) + "'")
          .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }
  }

  private static long number(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
