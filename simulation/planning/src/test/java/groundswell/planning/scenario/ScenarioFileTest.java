package groundswell.planning.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scenario file may say, and what is said about it when it says something else. */
class ScenarioFileTest {
  private static final Path FILE = Path.of("launch.yaml");

  @Test
  void the_template_is_a_scenario() {
    assertThat(ScenarioFile.parse(FILE, ScenarioTemplate.text()).scenario().name())
        .isEqualTo("aurora-autumn-launch");
  }

  @Test
  void what_is_left_out_takes_the_default_of_the_schema() {
    Scenario scenario = ScenarioFile.parse(FILE, Scenarios.TEXT).scenario();

    assertThat(scenario.objective().cvarAlpha()).isEqualTo(0.9);
    assertThat(scenario.supply().launchLeadWeeks()).isEqualTo(13);
    assertThat(scenario.wordOfMouth().simulated()).isFalse();
  }

  @Test
  void a_comment_changes_no_hash_and_a_number_does() {
    String hash = ScenarioFile.parse(FILE, Scenarios.TEXT).hash();

    assertThat(ScenarioFile.parse(FILE, "# note\n" + Scenarios.TEXT).hash()).isEqualTo(hash);
    assertThat(
            ScenarioFile.parse(FILE, Scenarios.TEXT.replace("price: 1999", "price: 1998")).hash())
        .isNotEqualTo(hash);
  }

  @Test
  void a_number_out_of_range_is_named_with_path_line_value_and_range() {
    Violation violation = only(Scenarios.TEXT.replace("price: 1999", "price: -5"));

    assertThat(violation.path()).isEqualTo("product.price");
    assertThat(violation.line()).isEqualTo(6);
    assertThat(violation.value()).isEqualTo("-5");
    assertThat(violation.hint()).contains("above 0").contains("currency/unit");
  }

  @Test
  void an_unknown_field_is_told_the_known_ones() {
    Violation violation = only(Scenarios.TEXT.replace("price: 1999", "prize: 1, price: 1999"));

    assertThat(violation.path()).isEqualTo("product.prize");
    assertThat(violation.broken()).isEqualTo("no such field");
    assertThat(violation.hint()).contains("price, unit_cost");
  }

  @Test
  void a_missing_field_is_named_where_it_belongs() {
    Violation violation = only(Scenarios.TEXT.replace("price: 1999, ", ""));

    assertThat(violation.path()).isEqualTo("product.price");
    assertThat(violation.broken()).isEqualTo("it is required");
    assertThat(violation.value()).isEqualTo("missing");
  }

  @Test
  void impossible_parameters_of_a_distribution_are_named_with_their_path() {
    List<Violation> violations =
        violations(Scenarios.TEXT.replace("{beta: [4, 3]}", "{beta: [-4, 3]}"));

    assertThat(violations).anySatisfy(v -> assertThat(v.path()).startsWith("channel.show_up"));
    assertThat(violations).allSatisfy(v -> assertThat(v.line()).isEqualTo(12));
  }

  @Test
  void all_violations_are_told_at_once() {
    String broken =
        Scenarios.TEXT.replace("price: 1999", "price: -5").replace("count: 3", "count: none");

    assertThat(violations(broken))
        .extracting(Violation::path)
        .containsExactly("product.price", "rounds.count");
  }

  @Test
  void a_sale_that_opens_before_the_plan_is_refused() {
    Violation violation = only(Scenarios.TEXT.replace("2026-10-13T12", "2026-03-13T12"));

    assertThat(violation.path()).isEqualTo("sale.opens_at");
    assertThat(violation.hint()).isEqualTo("after 2026-07-01");
  }

  @Test
  void a_key_given_twice_is_refused_with_its_line() {
    assertThatThrownBy(() -> ScenarioFile.parse(FILE, Scenarios.TEXT + "seed: 2\n"))
        .hasMessageContaining("seed is given twice");
  }

  private static Violation only(String text) {
    List<Violation> violations = violations(text);
    assertThat(violations).hasSize(1);
    return violations.get(0);
  }

  private static List<Violation> violations(String text) {
    return catchThrowableOfType(ScenarioBroken.class, () -> ScenarioFile.parse(FILE, text))
        .violations();
  }
}
