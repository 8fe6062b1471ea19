package groundswell.schemas;

import java.util.List;

/** A sequence of values. */
public record YamlList(String place, List<YamlNode> items) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
