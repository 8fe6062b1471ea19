package groundswell.jobs.ingest;

import groundswell.schemas.EventType;
import groundswell.schemas.EventTypes;
import groundswell.schemas.PayloadField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The event types and the columns of {@code core.event}, made of the Avro schemas once per JVM.
 * Immutable; shared by all threads.
 */
final class Vocabulary {
  private static final List<String> ENVELOPE =
      List.of(
          "community_id",
          "event_date",
          "period",
          "event_id",
          "event_type",
          "schema_version",
          "event_ts",
          "event_tz",
          "received_ts",
          "source_system",
          "source_file",
          "source_offset",
          "actor_id",
          "actor_kind",
          "channel",
          "session_hint",
          "device_class",
          "object_id",
          "object_type",
          "target_id",
          "causation_id",
          "correlation_id",
          "consent_scope",
          "is_test",
          "replaces_event_id",
          "revision");

  /** Columns that no source sets. */
  private static final Set<String> DERIVED =
      Set.of("community_id", "event_date", "period", "source_file", "source_offset");

  private static final Vocabulary RELEASED = new Vocabulary();

  private final Map<String, EventField> byName = new LinkedHashMap<>();
  private final Map<UTF8String, UTF8String> symbols = new HashMap<>();
  private final Map<UTF8String, EventKind> kinds = new HashMap<>();
  private final Map<UTF8String, Integer> ranks = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> columns;

  private Vocabulary() {
    Schema envelope = EventTypes.envelope();
    for (String name : ENVELOPE) {
      Schema.Field field = envelope.getField(name);
      boolean isPersonal = field != null && Boolean.TRUE.equals(field.getObjectProp("personal"));
      Schema schema = field == null ? null : withoutNull(field.schema());
      add(name, isPersonal ? name.replaceFirst("_id$", "_key") : name, schema, isPersonal);
    }
    Map<String, PayloadField> payload = new TreeMap<>();
    for (EventType type : EventTypes.all()) {
      type.fields().forEach(field -> payload.put(field.column(), field));
    }
    for (PayloadField field : payload.values()) {
      add(field.name(), field.column(), field.avroType(), field.isPersonal());
    }
    for (EventType type : EventTypes.all()) {
      kinds.put(UTF8String.fromString(type.name()), kind(type));
      names.add(type.name());
    }
    names.stream().sorted().forEach(name -> ranks.put(UTF8String.fromString(name), ranks.size()));
    columns = byName.values().stream().map(EventField::column).toList();
  }

  static Vocabulary released() {
    return RELEASED;
  }

  /** The event type of this name, or null. */
  EventKind kind(UTF8String name) {
    return name == null ? null : kinds.get(name);
  }

  /** The vocabulary's own copy of a text that is a symbol of some field; any other as it is. */
  UTF8String symbol(UTF8String text) {
    return symbols.getOrDefault(text, text);
  }

  /** Place of an event type among all, sorted by name, from 0. */
  int rank(UTF8String name) {
    return ranks.get(name);
  }

  /** Names of all event types. */
  List<String> kinds() {
    return List.copyOf(names);
  }

  /** The field of this name in the Avro schemas, or null. */
  EventField field(String name) {
    return byName.get(name);
  }

  /** All fields in the order of the columns. */
  Collection<EventField> fields() {
    return byName.values();
  }

  /** Where the column of a field stands. */
  int index(String name) {
    return byName.get(name).index();
  }

  /** The column at a place. */
  String name(int index) {
    return columns.get(index);
  }

  /** Number of columns. */
  int width() {
    return byName.size();
  }

  /** Columns of {@code core.event} in their order. */
  StructType schema() {
    StructType schema = new StructType();
    for (EventField field : byName.values()) {
      schema = schema.add(field.column(), field.kind().type(), true);
    }
    return schema;
  }

  /** Fields of the envelope and of one event type that a source may set, by name. */
  List<String> fieldsOf(EventKind kind) {
    List<String> settable = new ArrayList<>(ENVELOPE);
    settable.removeAll(DERIVED);
    settable.remove("event_type");
    kind.fields().forEach(field -> settable.add(field.name()));
    return settable;
  }

  /** True for columns that no source sets. */
  static boolean isDerived(String name) {
    return DERIVED.contains(name);
  }

  private void add(String name, String column, Schema schema, boolean isPersonal) {
    List<UTF8String> known =
        schema != null && schema.getType() == Schema.Type.ENUM
            ? schema.getEnumSymbols().stream().map(UTF8String::fromString).map(this::own).toList()
            : List.of();
    FieldKind kind = schema == null ? derivedKind(name) : kind(schema);
    byName.put(name, new EventField(byName.size(), name, column, kind, isPersonal, known));
  }

  private UTF8String own(UTF8String symbol) {
    symbols.putIfAbsent(symbol, symbol);
    return symbols.get(symbol);
  }

  private static FieldKind derivedKind(String name) {
    return name.equals("event_date") || name.equals("period") ? FieldKind.DATE : FieldKind.TEXT;
  }

  private static FieldKind kind(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return FieldKind.MONEY;
    }
    return switch (schema.getType()) {
      case STRING -> FieldKind.TEXT;
      case ENUM -> FieldKind.SYMBOL;
      case INT -> schema.getLogicalType() == null ? FieldKind.INT : FieldKind.DATE;
      case LONG -> schema.getLogicalType() == null ? FieldKind.LONG : FieldKind.INSTANT;
      case DOUBLE -> FieldKind.DOUBLE;
      case BOOLEAN -> FieldKind.BOOLEAN;
      default -> throw new IllegalStateException("An event cannot hold " + schema);
    };
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

  private EventKind kind(EventType type) {
    List<EventField> fields = new ArrayList<>();
    List<EventField> required = new ArrayList<>();
    for (PayloadField field : type.fields()) {
      fields.add(byName.get(field.name()));
      if (field.isRequired()) {
        required.add(byName.get(field.name()));
      }
    }
    return new EventKind(
        UTF8String.fromString(type.name()),
        type,
        UTF8String.fromString(type.objectType()),
        fields,
        required);
  }
}
