package groundswell.jobs.ingest;

import groundswell.schemas.EventType;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One event type with its payload fields by the columns that they fill.
 *
 * @param fields payload fields that the type has
 * @param required payload fields that must have a value
 */
record EventKind(
    UTF8String name,
    EventType type,
    UTF8String objectType,
    List<EventField> fields,
    List<EventField> required) {

  EventKind {
    fields = List.copyOf(fields);
    required = List.copyOf(required);
  }

  /** True when an event of this type means nothing without the member in this column. */
  boolean needs(String column) {
    return type.needs(column);
  }

  boolean has(EventField field) {
    return fields.contains(field);
  }
}
