package groundswell.jobs.tables;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Rule;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an audit finds, and how it says so. */
class ContractCheckTest extends SparkCase {
  private static final Table TEA = new Table("mart", "tea");
  private static final Table CUP = new Table("mart", "cup");

  private static final long LARGE = 1_000_000;

  @Test
  void rows_that_keep_every_promise_pass() {
    assertThatCode(audit(tea(row("a", "green", 3), row("b", null, null))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_predicate_that_is_unknown_for_lack_of_a_value_counts_as_met() {
    assertThatCode(audit(tea(row("a", null, null)))).doesNotThrowAnyException();
  }

  @Test
  @Tag("guarantee-18")
  void a_broken_predicate_says_how_many_rows_one_of_them_and_what_to_try() {
    assertThatThrownBy(audit(tea(row("a", "green", -1), row("b", "green", -2), row("c", null, 3))))
        .hasMessage(
            """
            mart.tea: 2 of 3 rows break 'cups are not negative'
              example:  {community_id: a, kind: green, cups: -1}
              contract: schemas/src/main/resources/contracts/mart.tea.odcs.yaml
              nothing was published; count the cups again""");
  }

  @Test
  void a_missing_value_that_is_required_breaks_the_contract() {
    assertThatThrownBy(audit(tea(row(null, "green", 1))))
        .hasMessageContaining("1 of 1 rows break 'community_id is never null'");
  }

  @Test
  void a_symbol_that_the_contract_does_not_list_breaks_it() {
    assertThatThrownBy(audit(tea(row("a", "coffee", 1))))
        .hasMessageContaining("'kind is one of green, black'");
  }

  @Test
  void two_rows_of_one_key_break_the_grain() {
    assertThatThrownBy(audit(tea(row("a", "green", 1), row("a", "black", 1))))
        .hasMessageContaining("1 of 2 rows break '(community_id) names one row'")
        .hasMessageContaining("{community_id: a, rows: 2}");
  }

  @Test
  void a_large_table_is_held_to_the_same_rules_and_the_same_key() {
    assertThatCode(audit(tea(row("a", "green", 3), row("b", null, null)), LARGE))
        .doesNotThrowAnyException();
    assertThatThrownBy(audit(tea(row("a", "green", -1), row("b", "green", 3)), LARGE))
        .hasMessageContaining("1 of 2 rows break 'cups are not negative'");
    assertThatThrownBy(audit(tea(row("a", "green", 1), row("a", "black", 1)), LARGE))
        .hasMessageContaining("1 of 2 rows break '(community_id) names one row'");
  }

  @Test
  @Tag("guarantee-18")
  void a_query_that_finds_rows_breaks_the_contract() {
    Rule washed =
        new Rule(
            "as many cups as were washed",
            "SELECT t.community_id FROM {table} t JOIN {mart.cup} c USING (community_id)"
                + " WHERE t.cups <> c.washed",
            "look into the sink");
    Dataset<Row> cups = table("community_id STRING, washed INT", row("a", 2), row("b", 1));

    Dataset<Row> teas = tea(row("a", null, 3), row("b", null, 1));
    Audited audited = new Audited(contract(washed), teas, Optional.empty(), 2, Set.of());

    assertThatThrownBy(
            () ->
                new ContractCheck(spark(), table -> table.equals(CUP) ? cups : teas).audit(audited))
        .hasMessageContaining("1 rows break 'as many cups as were washed'")
        .hasMessageContaining("look into the sink");
  }

  @Test
  @Tag("guarantee-17")
  void a_rule_that_names_a_column_which_is_not_there_is_told_with_its_contract() {
    Rule sweet = new Rule("sweet", "sugar >= 0", "count the sugar");
    Dataset<Row> teas = tea(row("a", "green", 3));
    Audited audited = new Audited(contract(sweet), teas, Optional.empty(), 1, Set.of());

    assertThatThrownBy(audit(audited))
        .hasMessageContaining("mart.tea: a rule cannot be read")
        .hasMessageContaining("`sugar`")
        .hasMessageContaining("contract: schemas/src/main/resources/contracts/mart.tea.odcs.yaml")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.CONTRACT_BROKEN);
  }

  @Test
  void a_row_whose_key_an_earlier_row_has_breaks_the_grain() {
    Dataset<Row> rows = tea(row("a", "green", 1), row("b", "green", 1));

    assertThatCode(audit(after(tea(row("c", "green", 1)), rows))).doesNotThrowAnyException();
    assertThatThrownBy(audit(after(tea(row("b", "black", 1)), rows)))
        .hasMessageContaining("1 of 3 rows break '(community_id) names one row'");
  }

  private static Audited after(Dataset<Row> earlier, Dataset<Row> rows) {
    return new Audited(contract(), rows, Optional.of(earlier), LARGE, Set.of());
  }

  private static ThrowingCallable audit(Dataset<Row> rows) {
    return audit(rows, 3);
  }

  private static ThrowingCallable audit(Dataset<Row> rows, long count) {
    return audit(new Audited(contract(), rows, Optional.empty(), count, Set.of()));
  }

  private static ThrowingCallable audit(Audited audited) {
    return () -> new ContractCheck(spark(), table -> audited.rows()).audit(audited);
  }

  private static Dataset<Row> tea(Row... rows) {
    return table("community_id STRING, kind STRING, cups INT", rows);
  }

  private static Contract contract(Rule... more) {
    List<Rule> rules = new java.util.ArrayList<>(List.of(more));
    rules.add(new Rule("cups are not negative", "cups >= 0", "count the cups again"));
    return new Contract(
        TEA,
        "1.0.0",
        "Tea drunk.",
        "How much?",
        "one row per community",
        List.of(
            new ContractColumn("community_id", "string", true, "Community.", "", List.of()),
            new ContractColumn("kind", "string", false, "Kind.", "", List.of("green", "black")),
            new ContractColumn("cups", "int", false, "Cups.", "cups", List.of())),
        List.of("community_id"),
        List.of(),
        rules);
  }
}
