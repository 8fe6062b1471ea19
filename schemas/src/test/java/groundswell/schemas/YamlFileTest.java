package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** YAML that people write, and YAML that is made to hurt. */
class YamlFileTest {
  @Test
  void values_are_read_by_key() {
    YamlMap map = parse("name: tea\ncups: 1_000\nprice: 2.50\nhot: true\nkinds: [green, black]");

    assertThat(map.text("name")).isEqualTo("tea");
    assertThat(map.integer("cups")).isEqualTo(1000);
    assertThat(map.decimal("price")).isEqualTo(new BigDecimal("2.50"));
    assertThat(map.flag("hot")).isTrue();
    assertThat(map.texts("kinds")).containsExactly("green", "black");
  }

  @Test
  void nothing_and_null_are_no_value_but_a_quoted_null_is_a_text() {
    YamlMap map = parse("a:\nb: null\nc: ~\nd: 'null'");

    assertThat(map.has("a")).isFalse();
    assertThat(map.has("b")).isFalse();
    assertThat(map.has("c")).isFalse();
    assertThat(map.text("d")).isEqualTo("null");
  }

  @Test
  void a_value_of_another_kind_is_refused_with_its_line_and_what_would_be_right() {
    YamlMap map = parse("name: tea\ncups: many");

    assertThatThrownBy(() -> map.integer("cups"))
        .hasMessage("tea.yaml:2: 'cups' must be a whole number but is 'many'");
  }

  @Test
  void a_missing_value_is_refused_with_what_it_must_be() {
    assertThatThrownBy(() -> parse("name: tea").flag("hot"))
        .hasMessage("tea.yaml:1: 'hot' is missing; it must be true or false");
  }

  @Test
  @Tag("guarantee-34")
  void an_unknown_key_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> parse("name: tea\ncusp: 3").allowOnly("name", "cups"))
        .hasMessage("tea.yaml:2: unknown key 'cusp' (known: cups, name)\n  maybe 'cups'");
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> parse("cups: 1\nname: tea\ncups: 2"))
        .hasMessage("tea.yaml:3: the key 'cups' stands here a second time; first at tea.yaml:1");
  }

  @Test
  void broken_syntax_is_refused_with_its_line() {
    assertThatThrownBy(() -> parse("name: tea\nkinds: [green"))
        .hasMessageStartingWith("tea.yaml:2: cannot be read as YAML");
  }

  @Test
  void aliases_are_refused_before_they_multiply() {
    assertThatThrownBy(() -> parse("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))
        .hasMessage("tea.yaml:1: anchors and aliases are not read; write the value out");
  }

  @Test
  void deep_nesting_is_refused() {
    assertThatThrownBy(() -> parse("a: " + "[".repeat(5000)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nested deeper than 32 levels");
  }

  @Test
  void a_second_document_is_refused() {
    assertThatThrownBy(() -> parse("a: 1\n---\nb: 2"))
        .hasMessageContaining("must hold one document");
  }

  @Test
  void an_empty_text_is_refused() {
    assertThatThrownBy(() -> parse("# nothing\n")).hasMessageContaining("is empty");
  }

  @Test
  void a_type_tag_names_no_class() {
    YamlMap map = parse("a: !!javax.script.ScriptEngineManager [x]");

    assertThat(map.texts("a")).containsExactly("x");
  }

  private static YamlMap parse(String text) {
    return YamlFile.parse("tea.yaml", text);
  }
}
