package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contracts as written, and what the reader refuses. */
class ContractsTest {
  private static final String HEAD =
      """
      apiVersion: v3.0.2
      kind: DataContract
      id: groundswell.mart.tea
      name: mart.tea
      version: 1.0.0
      status: active
      description:
        purpose: Tea drunk.
        usage: How much tea was drunk?
      schema:
        - name: tea
          physicalName: mart.tea
          dataGranularityDescription: one row per day
          properties:
            - name: event_date
              logicalType: date
              physicalType: date
              required: true
              primaryKey: true
              primaryKeyPosition: 1
              description: Day.
      """;

  @Test
  void a_column_holds_one_kind_of_value_in_the_whole_project() {
    Map<String, String> kinds = new TreeMap<>();
    Map<String, Table> places = new TreeMap<>();
    for (Contract contract : Contracts.all()) {
      for (ContractColumn column : contract.columns()) {
        places.putIfAbsent(column.name(), contract.table());
        kinds.putIfAbsent(column.name(), kind(column));
        assertThat(kind(column))
            .as("%s in %s and %s", column.name(), contract.table(), places.get(column.name()))
            .isEqualTo(kinds.get(column.name()));
      }
    }
  }

  /** A count may be wider, and its mean broken, in another table; a day is never an instant. */
  private static String kind(ContractColumn column) {
    return switch (column.type()) {
      case "int", "long", "double" -> "number";
      case "string", "boolean", "date", "timestamp", "binary" -> column.type();
      default -> "decimal";
    };
  }

  @Test
  void every_column_of_a_key_is_required() {
    for (Contract contract : Contracts.all()) {
      for (String column : contract.key()) {
        assertThat(contract.column(column).required())
            .as("%s.%s", contract.table(), column)
            .isTrue();
      }
    }
  }

  @Test
  void a_contract_reads_as_written() {
    Contract contract = ContractReader.read(YamlFile.parse("tea.yaml", HEAD));

    assertThat(contract.table()).isEqualTo(new Table("mart", "tea"));
    assertThat(contract.key()).containsExactly("event_date");
    assertThat(contract.sort()).containsExactly("event_date");
    assertThat(contract.question()).isEqualTo("How much tea was drunk?");
  }

  @Test
  @Tag("guarantee-17")
  void an_unknown_word_is_refused_with_its_line_and_the_word_that_was_meant() {
    assertThatThrownBy(() -> read(HEAD.replace("required: true", "requird: true")))
        .hasMessageContaining("tea.yaml:18: unknown key 'requird'")
        .hasMessageContaining("maybe 'required'");
  }

  @Test
  void a_type_that_no_engine_has_is_refused() {
    assertThatThrownBy(
            () -> read(HEAD.replace("physicalType: date", "physicalType: timestamp_ntz")))
        .hasMessageContaining("'event_date' has type 'timestamp_ntz'");
  }

  @Test
  void a_logical_type_that_contradicts_the_physical_one_is_refused() {
    assertThatThrownBy(() -> read(HEAD.replace("logicalType: date", "logicalType: number")))
        .hasMessageContaining("must be date but is 'number'");
  }

  private static Contract read(String text) {
    return ContractReader.read(YamlFile.parse("tea.yaml", text));
  }
}
