package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML text as a JSON tree that remembers the line of every path. */
final class YamlTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Map<String, Integer> lines = new HashMap<>();
  private final JsonNode root;

  private YamlTree(Node node) {
    root = tree("", node);
  }

  /** Parses one document; aliases and custom tags are refused. */
  static YamlTree parse(String label, String text) {
    var settings = LoadSettings.builder().setLabel(label).setMaxAliasesForCollections(0).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      return new YamlTree(
          node.orElseThrow(() -> new Refusal(ExitCode.CONFIGURATION, label + " is empty")));
    } catch (YamlEngineException e) {
      throw new Refusal(
          ExitCode.CONFIGURATION, "%s is not YAML: %s".formatted(label, e.getMessage()), e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** Line of a path, or of its nearest parent when the path itself is missing. */
  int line(String path) {
    String at = path;
    while (!lines.containsKey(at)) {
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      at = cut < 0 ? "" : at.substring(0, cut);
    }
    return lines.get(at);
  }

  private JsonNode tree(String path, Node node) {
    lines.putIfAbsent(path, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    if (node instanceof MappingNode mapping) {
      return object(path, mapping);
    }
    if (node instanceof SequenceNode sequence) {
      var array = JSON.arrayNode();
      for (int i = 0; i < sequence.getValue().size(); i++) {
        array.add(tree(path + "[" + i + "]", sequence.getValue().get(i)));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private JsonNode object(String path, MappingNode mapping) {
    var object = JSON.objectNode();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      String below = path.isEmpty() ? key : path + "." + key;
      lines.put(below, tuple.getKeyNode().getStartMark().map(m -> m.getLine() + 1).orElse(1));
      if (!seen.add(key)) {
        throw new Refusal(
            ExitCode.CONFIGURATION,
            "line %d: %s is given twice".formatted(lines.get(below), below));
      }
      object.set(key, tree(below, tuple.getValueNode()));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT)) {
      return JSON.numberNode(new java.math.BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return JSON.textNode(text);
  }

  private static JsonNode number(String text) {
    try {
      return JSON.numberNode(new java.math.BigDecimal(text).doubleValue());
    } catch (NumberFormatException notFinite) {
      return JSON.textNode(text);
    }
  }
}
