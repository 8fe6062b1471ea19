package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The one schema behind validation, help and forms. */
public final class ScenarioSchema {
  private static final String PLACE = "scenario.schema.json";
  private static final String TEXT = text();
  private static final JsonNode TREE = tree();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  private ScenarioSchema() {}

  /** The schema as written. */
  public static String text() {
    try (InputStream in = ScenarioSchema.class.getResourceAsStream(PLACE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PLACE, e);
    }
  }

  static JsonNode root() {
    return TREE;
  }

  static List<Error> errors(JsonNode scenario) {
    return SCHEMA.validate(scenario.toString(), InputFormat.JSON);
  }

  /** Writes the default of every field that is left out into the tree. */
  static void fillDefaults(ObjectNode scenario) {
    fill(scenario, TREE);
  }

  private static void fill(ObjectNode object, JsonNode schema) {
    Iterator<Map.Entry<String, JsonNode>> fields = schema.path("properties").fields();
    while (fields.hasNext()) {
      var field = fields.next();
      if (!object.has(field.getKey()) && field.getValue().has("default")) {
        object.set(field.getKey(), field.getValue().get("default").deepCopy());
      }
      if (object.get(field.getKey()) instanceof ObjectNode below) {
        fill(below, field.getValue());
      }
    }
  }

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(TEXT);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot parse " + PLACE, e);
    }
  }
}
