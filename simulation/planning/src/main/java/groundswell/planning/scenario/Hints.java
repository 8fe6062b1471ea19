package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says what would be right at a path, from the schema: meaning, unit, range, an example. */
final class Hints {
  private Hints() {}

  static String at(String path) {
    JsonNode field = field(path);
    List<String> parts = new ArrayList<>();
    add(parts, field.path("description").asText());
    add(parts, range(field));
    add(parts, choices(field));
    String unit = field.path("x-unit").asText();
    add(parts, unit.isEmpty() ? "" : "unit " + unit);
    JsonNode example = field.path("examples").path(0);
    add(parts, example.isMissingNode() ? "" : "for example " + example);
    return parts.isEmpty() ? "see `groundswell scenario schema`" : String.join("; ", parts);
  }

  /** What a mapping may hold. */
  static String keysAt(String path) {
    List<String> keys = new ArrayList<>();
    field(path).path("properties").fieldNames().forEachRemaining(keys::add);
    return "one of " + String.join(", ", keys);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isEmpty()) {
      parts.add(part.endsWith(".") ? part.substring(0, part.length() - 1) : part);
    }
  }

  private static String range(JsonNode field) {
    String low = bound(field, "minimum", "at least ") + bound(field, "exclusiveMinimum", "above ");
    String high = bound(field, "maximum", "at most ") + bound(field, "exclusiveMaximum", "below ");
    String join = low.isEmpty() || high.isEmpty() ? "" : " and ";
    JsonNode shared = field.path("$ref");
    return shared.isMissingNode() ? low + join + high : shared(shared).path("description").asText();
  }

  private static String bound(JsonNode field, String key, String word) {
    return field.has(key) ? word + field.get(key).asText() : "";
  }

  private static String choices(JsonNode field) {
    return field.has("enum") ? "one of " + field.get("enum") : "";
  }

  private static JsonNode field(String path) {
    JsonNode at = ScenarioSchema.root();
    for (String step : path.replaceAll("\\[\\d+\\]", "").split("\\.", -1)) {
      JsonNode below = at.path("properties").path(step);
      JsonNode named = at.path("additionalProperties");
      if (below.isMissingNode() && !named.isObject()) {
        return at;
      }
      at = below.isMissingNode() ? named : below;
    }
    return at;
  }

  private static JsonNode shared(JsonNode reference) {
    return ScenarioSchema.root().at(reference.asText().substring(1));
  }
}
