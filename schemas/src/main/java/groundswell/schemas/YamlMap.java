package groundswell.schemas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A mapping, read key by key: each accessor says file, line, key, value and what would be right
 * when the value is of another kind.
 */
public record YamlMap(String place, Map<String, YamlNode> entries, Map<String, String> keyPlaces)
    implements YamlNode {

  public YamlMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keyPlaces = Map.copyOf(keyPlaces);
  }

  @Override
  public String kind() {
    return "a mapping";
  }

  /** Keys in the order of the file. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /** True when the key stands there with a value. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** Refuses any key but these. */
  public YamlMap allowOnly(String... known) {
    Set<String> names = new TreeSet<>(List.of(known));
    for (String key : entries.keySet()) {
      if (!names.contains(key)) {
        throw problem(
            key,
            "unknown key '%s' (known: %s)%s"
                .formatted(key, String.join(", ", names), Nearest.hint(key, names)));
      }
    }
    return this;
  }

  /** A required text. */
  public String text(String key) {
    return required(key, scalar(key).map(YamlScalar::text), "a text");
  }

  /** A text, where there is one. */
  public Optional<String> optionalText(String key) {
    return scalar(key).map(YamlScalar::text);
  }

  /** A required whole number. */
  public long integer(String key) {
    return required(key, optionalInteger(key), "a whole number");
  }

  /** A whole number, where there is one. */
  public Optional<Long> optionalInteger(String key) {
    return parsed(key, "a whole number", text -> Long.valueOf(text.replace("_", "")));
  }

  /** A required number, exactly as written. */
  public BigDecimal decimal(String key) {
    return required(key, optionalDecimal(key), "a number");
  }

  /** A number, where there is one. */
  public Optional<BigDecimal> optionalDecimal(String key) {
    return parsed(key, "a number", text -> new BigDecimal(text.replace("_", "")));
  }

  /** A required choice between true and false. */
  public boolean flag(String key) {
    return required(key, optionalFlag(key), "true or false");
  }

  /** True or false, where it is said. */
  public Optional<Boolean> optionalFlag(String key) {
    return parsed(
        key,
        "true or false",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** A required value that a function reads; the function refuses with IllegalArgumentException. */
  public <T> T value(String key, String expected, Function<String, T> reader) {
    return required(key, parsed(key, expected, reader), expected);
  }

  /** A value that a function reads, where there is one. */
  public <T> Optional<T> optionalValue(String key, String expected, Function<String, T> reader) {
    return parsed(key, expected, reader);
  }

  /** A required mapping. */
  public YamlMap map(String key) {
    return required(key, optionalMap(key), "a mapping");
  }

  /** A mapping, where there is one. */
  public Optional<YamlMap> optionalMap(String key) {
    return find(key).map(node -> as(key, node, YamlMap.class, "a mapping"));
  }

  /** The items of a list; none when the key is missing. */
  public List<YamlNode> items(String key) {
    return find(key).map(node -> as(key, node, YamlList.class, "a list").items()).orElse(List.of());
  }

  /** The mappings of a list; none when the key is missing. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (YamlNode item : items(key)) {
      maps.add(as(key, item, YamlMap.class, "a list of mappings"));
    }
    return maps;
  }

  /** The texts of a list; none when the key is missing. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      texts.add(as(key, item, YamlScalar.class, "a list of texts").text());
    }
    return texts;
  }

  /** The value of a key, whatever it is; empty when it is missing or null. */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(node -> !(node instanceof YamlScalar scalar && scalar.isNull()));
  }

  /** Refusal that points at a key's line. */
  public Refusal problem(String key, String sentence) {
    return new Refusal(
        ExitCode.CONFIGURATION, keyPlaces.getOrDefault(key, place) + ": " + sentence);
  }

  private Optional<YamlScalar> scalar(String key) {
    return find(key).map(node -> as(key, node, YamlScalar.class, "a single value"));
  }

  private <T> Optional<T> parsed(String key, String expected, Function<String, T> reader) {
    Optional<YamlScalar> scalar = scalar(key);
    try {
      return scalar.map(found -> reader.apply(found.text()));
    } catch (IllegalArgumentException | java.time.DateTimeException fault) {
      throw problem(key, "'%s' must be %s but is %s".formatted(key, expected, scalar.get().kind()));
    }
  }

  private <T> T required(String key, Optional<T> value, String expected) {
    return value.orElseThrow(
        () -> problem(key, "'%s' is missing; it must be %s".formatted(key, expected)));
  }

  private <N extends YamlNode> N as(String key, YamlNode node, Class<N> wanted, String expected) {
    if (!wanted.isInstance(node)) {
      throw problem(key, "'%s' must be %s but is %s".formatted(key, expected, node.kind()));
    }
    return wanted.cast(node);
  }
}
