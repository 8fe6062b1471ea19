package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** A scenario to start from, made of the schema: example or default per field, with its meaning. */
public final class ScenarioTemplate {
  private ScenarioTemplate() {}

  public static String text() {
    var text = new StringBuilder("# A launch scenario. Change what is yours; check it with\n");
    text.append("#   groundswell scenario validate FILE\n");
    object(text, ScenarioSchema.root(), "");
    return text.toString();
  }

  private static void object(StringBuilder text, JsonNode schema, String indent) {
    Iterator<Map.Entry<String, JsonNode>> fields = schema.path("properties").fields();
    while (fields.hasNext()) {
      var field = fields.next();
      field(text, field.getKey(), field.getValue(), indent);
    }
  }

  private static void field(StringBuilder text, String name, JsonNode schema, String indent) {
    String unit = schema.path("x-unit").asText();
    String meaning = schema.path("description").asText();
    text.append(indent).append("# ").append(meaning);
    text.append(unit.isEmpty() ? "" : " [" + unit + "]").append('\n');
    text.append(indent).append(name).append(':');
    if (schema.path("properties").isObject() && !schema.path("default").has("from")) {
      text.append('\n');
      object(text, schema, indent + "  ");
    } else {
      text.append(' ').append(value(schema)).append('\n');
    }
  }

  /** JSON is YAML: the example where there is one, else the default, else a plain share. */
  private static String value(JsonNode schema) {
    JsonNode example = schema.path("examples").path(0);
    if (!example.isMissingNode()) {
      return example.toString();
    }
    JsonNode fallback = schema.path("default");
    return fallback.isMissingNode() ? schema.path("enum").path(0).toString() : fallback.toString();
  }
}
