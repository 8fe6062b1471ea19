package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scenario tree breaks: the schema's rules, then the rules between fields. */
final class Violations {
  private Violations() {}

  static List<Violation> of(YamlTree tree) {
    Map<String, Violation> byPath = new LinkedHashMap<>();
    for (Error error : ScenarioSchema.errors(tree.root())) {
      Violation violation = of(tree, error);
      byPath.merge(violation.path(), violation, Violations::plainer);
    }
    var found = new ArrayList<>(byPath.values());
    found.removeIf(violation -> hasDeeper(found, violation));
    if (found.isEmpty()) {
      found.addAll(BetweenFields.violations(tree));
    }
    found.sort(java.util.Comparator.comparingInt(Violation::line));
    return found;
  }

  /** Of the alternatives of a distribution, all of which fail, one message is enough. */
  private static Violation plainer(Violation first, Violation second) {
    return first;
  }

  private static boolean hasDeeper(List<Violation> all, Violation one) {
    return one.broken().startsWith("must be valid to one")
        && all.stream().anyMatch(v -> !v.equals(one) && v.path().startsWith(one.path()));
  }

  private static Violation of(YamlTree tree, Error error) {
    String at = dotted(error.getInstanceLocation().toString());
    boolean aboutKey = List.of("required", "additionalProperties").contains(error.getKeyword());
    String key = error.getProperty();
    String path = aboutKey && key != null ? (at.isEmpty() ? key : at + "." + key) : at;
    boolean unknown = "additionalProperties".equals(error.getKeyword());
    String hint = unknown ? Hints.keysAt(at) : Hints.at(path);
    return new Violation(path, tree.line(path), value(tree, path), broken(error), hint);
  }

  private static String broken(Error error) {
    return switch (error.getKeyword()) {
      case "required" -> "it is required";
      case "additionalProperties" -> "no such field";
      case "oneOf" -> "must be valid to one of its forms";
      default -> error.getMessage().replaceFirst("^[^:]*: ", "");
    };
  }

  static String value(YamlTree tree, String path) {
    JsonNode node = tree.root();
    for (String step : path.replace("[", ".[").split("\\.", -1)) {
      node =
          step.startsWith("[")
              ? node.path(Integer.parseInt(step.substring(1, step.length() - 1)))
              : node.path(step);
    }
    return node.isMissingNode() ? "missing" : node.toString();
  }

  private static String dotted(String pointer) {
    return pointer
        .replaceFirst("^[$/]+\\.?", "")
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replace('/', '.');
  }

  /** Rules that need two fields at once. */
  private static final class BetweenFields {
    private BetweenFields() {}

    static List<Violation> violations(YamlTree tree) {
      List<Violation> found = new ArrayList<>();
      calendar(tree, found);
      JsonNode product = tree.root().path("product");
      if (product.path("salvage").asDouble() >= product.path("unit_cost").asDouble()) {
        found.add(
            violation(
                tree,
                "product.salvage",
                "an unsold unit would bring its cost back, so the best build has no limit",
                "less than product.unit_cost = " + product.path("unit_cost")));
      }
      return found;
    }

    private static void calendar(YamlTree tree, List<Violation> found) {
      JsonNode root = tree.root();
      try {
        var asOf = LocalDate.parse(root.path("as_of").asText());
        var opens = OffsetDateTime.parse(root.path("sale").path("opens_at").asText());
        if (opens.toLocalDate().isBefore(asOf)) {
          found.add(
              violation(tree, "sale.opens_at", "the sale opens before as_of", "after " + asOf));
        }
      } catch (DateTimeException e) {
        found.add(violation(tree, "sale.opens_at", e.getMessage(), Hints.at("sale.opens_at")));
      }
    }

    private static Violation violation(YamlTree tree, String path, String broken, String hint) {
      return new Violation(path, tree.line(path), value(tree, path), broken, hint);
    }
  }
}
