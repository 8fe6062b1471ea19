package groundswell.generate.event;

import java.util.List;

/**
 * One event type: its name, its place in the payload union and its fields in their order.
 *
 * @param needsActor true when an event of this type without an actor means nothing
 * @param isTie true when actor and target must be two members
 */
public record Shape(
    String eventType,
    int branch,
    String objectType,
    boolean needsActor,
    boolean isTie,
    List<Field> fields) {
  public Shape {
    fields = List.copyOf(fields);
  }

  /** Position of a payload field. */
  public int position(String name) {
    for (int index = 0; index < fields.size(); index++) {
      if (fields.get(index).name().equals(name)) {
        return index;
      }
    }
    throw new IllegalArgumentException(
        "%s has no field %s (it has %s)"
            .formatted(eventType, name, fields.stream().map(Field::name).toList()));
  }

  /** Position of the first of the named fields that the type has, or -1. */
  public int firstOf(List<String> names) {
    for (int index = 0; index < fields.size(); index++) {
      if (names.contains(fields.get(index).name())) {
        return index;
      }
    }
    return -1;
  }
}
