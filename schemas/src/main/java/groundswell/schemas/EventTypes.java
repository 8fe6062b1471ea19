package groundswell.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The vocabulary: every event type, read from the Avro records of the class path. */
public final class EventTypes {
  private EventTypes() {}

  /** All event types in the order of the envelope's union. */
  public static Collection<EventType> all() {
    return Loaded.BY_NAME.values();
  }

  /** The event type of this name, e.g. {@code order_placed}. */
  public static Optional<EventType> find(String name) {
    return Optional.ofNullable(Loaded.BY_NAME.get(name));
  }

  /** The envelope with the union of all payloads: the schema that writers write. */
  public static Schema envelope() {
    return Loaded.ENVELOPE;
  }

  /** Columns of core.event: the envelope, then every payload field in alphabetical order. */
  public static List<ContractColumn> columns() {
    return EventColumns.of(all());
  }

  /** Symbols of an enum, e.g. {@code Channel}. */
  public static List<String> symbols(String enumName) {
    return Loaded.TYPES.get("groundswell.event." + enumName).getEnumSymbols();
  }

  /** Reads the schemas on first use. */
  private static final class Loaded {
    private static final Map<String, Schema> TYPES;
    private static final Schema ENVELOPE;
    private static final Map<String, EventType> BY_NAME = new LinkedHashMap<>();

    static {
      AvroFolder folder = AvroFolder.current();
      TYPES = folder.types();
      ENVELOPE = folder.envelope();
      for (Schema record : ENVELOPE.getField("payload").schema().getTypes()) {
        EventType type = eventType(record);
        BY_NAME.put(type.name(), type);
      }
    }

    private static EventType eventType(Schema record) {
      return new EventType(
          record.getProp("event_type"),
          record.getProp("family"),
          presence(record, "actor"),
          presence(record, "target"),
          Optional.ofNullable(record.getProp("object_type")).orElse("unknown"),
          record.getDoc(),
          record,
          fields(record));
    }

    private static Presence presence(Schema record, String role) {
      return Presence.valueOf(record.getProp(role).toUpperCase(Locale.ROOT));
    }

    private static List<PayloadField> fields(Schema record) {
      List<PayloadField> fields = new ArrayList<>();
      for (Schema.Field field : record.getFields()) {
        fields.add(field(field));
      }
      return fields;
    }

    private static PayloadField field(Schema.Field field) {
      boolean isPersonal = Boolean.TRUE.equals(field.getObjectProp("personal"));
      return new PayloadField(
          field.name(),
          isPersonal ? field.name().replaceFirst("_id$", "_key") : field.name(),
          withoutNull(field.schema()),
          meaning(field.doc()),
          Optional.ofNullable(field.getProp("unit")).orElse(""),
          !field.hasDefaultValue(),
          isPersonal);
    }

    private static String meaning(String doc) {
      int unit = doc.indexOf(" Unit or domain:");
      return unit < 0 ? doc : doc.substring(0, unit);
    }

    private static Schema withoutNull(Schema schema) {
      if (schema.getType() != Schema.Type.UNION) {
        return schema;
      }
      return schema.getTypes().stream()
          .filter(branch -> branch.getType() != Schema.Type.NULL)
          .findFirst()
          .orElseThrow();
    }
  }
}
