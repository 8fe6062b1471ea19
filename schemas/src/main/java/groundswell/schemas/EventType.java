package groundswell.schemas;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One kind of event, as its Avro record defines it.
 *
 * @param name e.g. {@code order_placed}
 * @param objectType what object_id names; {@code unknown} when it names nothing
 * @param record the payload's Avro schema
 */
public record EventType(
    String name,
    String family,
    Presence actor,
    Presence target,
    String objectType,
    String meaning,
    Schema record,
    List<PayloadField> fields) {

  public EventType {
    fields = List.copyOf(fields);
  }

  /** True when an event of this type means nothing without the member in a column of core.event. */
  public boolean needs(String column) {
    return switch (column) {
      case Columns.ACTOR_KEY -> true;
      case Columns.TARGET_KEY -> target == Presence.REQUIRED;
      default ->
          fields.stream().anyMatch(field -> field.column().equals(column) && field.isRequired());
    };
  }

  /** The payload field of this Avro name. */
  public Optional<PayloadField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
