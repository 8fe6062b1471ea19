package groundswell.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one data contract in the form of the Open Data Contract Standard, version 3. */
final class ContractReader {
  private static final Map<String, String> LOGICAL_TYPES =
      Map.of(
          "string", "string",
          "int", "integer",
          "long", "integer",
          "double", "number",
          "boolean", "boolean",
          "date", "date",
          "timestamp", "date",
          "binary", "string");

  private ContractReader() {}

  static Contract read(YamlMap file) {
    file.allowOnly(
        "apiVersion", "kind", "id", "name", "version", "status", "description", "schema");
    requireStandard(file);
    YamlMap description = file.map("description").allowOnly("purpose", "usage", "limitations");
    List<YamlMap> objects = file.maps("schema");
    if (objects.size() != 1) {
      throw file.problem("schema", "'schema' must hold one table but holds " + objects.size());
    }
    YamlMap object = objects.get(0);
    object.allowOnly(
        "name",
        "physicalName",
        "logicalType",
        "physicalType",
        "description",
        "dataGranularityDescription",
        "properties",
        "quality",
        "customProperties");
    try {
      return new Contract(
          Table.of(object.text("physicalName")),
          file.text("version"),
          description.text("purpose"),
          description.text("usage"),
          object.text("dataGranularityDescription"),
          object.maps("properties").stream().map(ContractReader::column).toList(),
          key(object),
          sort(object),
          object.maps("quality").stream().map(ContractReader::rule).toList());
    } catch (IllegalArgumentException fault) {
      throw object.problem(fault.getMessage());
    }
  }

  private static void requireStandard(YamlMap file) {
    if (!file.text("apiVersion").startsWith("v3.0.")) {
      throw file.problem("apiVersion", "'apiVersion' must be v3.0.x, the standard this reads");
    }
    if (!file.text("kind").equals("DataContract")) {
      throw file.problem("kind", "'kind' must be DataContract");
    }
    file.text("id");
    file.text("status");
  }

  private static ContractColumn column(YamlMap property) {
    property.allowOnly(
        "name",
        "logicalType",
        "physicalType",
        "required",
        "primaryKey",
        "primaryKeyPosition",
        "description",
        "customProperties");
    String type = property.text("physicalType");
    String logical = type.startsWith("decimal(") ? "number" : LOGICAL_TYPES.get(type);
    if (logical != null && !property.text("logicalType").equals(logical)) {
      throw property.problem(
          "logicalType",
          "'logicalType' of a %s must be %s but is '%s'"
              .formatted(type, logical, property.text("logicalType")));
    }
    try {
      return new ContractColumn(
          property.text("name"),
          type,
          property.optionalFlag("required").orElse(false),
          property.text("description"),
          custom(property, "unit").stream().findFirst().orElse(""),
          custom(property, "values"));
    } catch (IllegalArgumentException fault) {
      throw property.problem(fault.getMessage());
    }
  }

  private static List<String> key(YamlMap object) {
    Map<Long, String> key = new TreeMap<>();
    for (YamlMap property : object.maps("properties")) {
      if (property.optionalFlag("primaryKey").orElse(false)) {
        String earlier = key.put(property.integer("primaryKeyPosition"), property.text("name"));
        if (earlier != null) {
          throw property.problem(
              "primaryKeyPosition", "the position is already that of '%s'".formatted(earlier));
        }
      }
    }
    return List.copyOf(key.values());
  }

  private static List<String> sort(YamlMap object) {
    List<String> sort = custom(object, "sort");
    return sort.isEmpty() ? key(object) : sort;
  }

  /** The values of a custom property; a single value counts as a list of one. */
  private static List<String> custom(YamlMap owner, String name) {
    List<String> values = new ArrayList<>();
    for (YamlMap custom : owner.maps("customProperties")) {
      custom.allowOnly("property", "value");
      if (custom.text("property").equals(name)) {
        YamlNode value =
            custom.find("value").orElseThrow(() -> custom.problem("'value' is missing"));
        values.addAll(
            value instanceof YamlScalar scalar ? List.of(scalar.text()) : custom.texts("value"));
      }
    }
    return values;
  }

  private static Rule rule(YamlMap quality) {
    quality.allowOnly("type", "engine", "name", "implementation", "description", "dimension");
    if (!quality.text("type").equals("custom") || !quality.text("engine").equals("groundswell")) {
      throw quality.problem("a rule has 'type: custom' and 'engine: groundswell'");
    }
    return new Rule(
        quality.text("name"), quality.text("implementation"), quality.text("description"));
  }
}
