package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One text per content: keys sorted, numbers as doubles; the order of stages is kept apart. */
final class CanonicalJson {
  private CanonicalJson() {}

  static String of(JsonNode node) {
    if (node.isObject()) {
      var names = new TreeSet<String>();
      node.fieldNames().forEachRemaining(names::add);
      List<String> parts = new ArrayList<>();
      names.forEach(name -> parts.add("\"" + name + "\":" + of(node.get(name))));
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(item -> parts.add(of(item)));
      return "[" + String.join(",", parts) + "]";
    }
    return node.isNumber() ? Double.toString(node.asDouble()) : node.toString();
  }
}
