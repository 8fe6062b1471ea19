package groundswell.generate.event;

import groundswell.generate.event.Field.Kind;
import groundswell.schemas.EventTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** The event types as the Avro schemas declare them, laid out for writing. Immutable. */
public final class Vocabulary {
  private static final Vocabulary CANONICAL = new Vocabulary(EventTypes.envelope());

  private final Schema schema;
  private final List<Field> envelope = new ArrayList<>();
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  private Vocabulary(Schema schema) {
    this.schema = schema;
    for (Schema.Field field : schema.getFields()) {
      if (!field.name().equals("payload")) {
        envelope.add(field(field));
      }
    }
    for (Schema payload : schema.getField("payload").schema().getTypes()) {
      shapes.put(payload.getProp("event_type"), shape(payload, shapes.size()));
    }
  }

  /** The vocabulary of this release. */
  public static Vocabulary canonical() {
    return CANONICAL;
  }

  /** Schema of a whole event. */
  public Schema schema() {
    return schema;
  }

  /** Fields of the envelope, without the payload. */
  public List<Field> envelope() {
    return List.copyOf(envelope);
  }

  /** Place of an envelope's field. */
  int place(String name) {
    for (int place = 0; place < envelope.size(); place++) {
      if (envelope.get(place).name().equals(name)) {
        return place;
      }
    }
    throw new IllegalArgumentException("the envelope has no field " + name);
  }

  /** Every event type, in the order of the payload union. */
  public List<Shape> shapes() {
    return List.copyOf(shapes.values());
  }

  /** One event type by its name. */
  public Shape shape(String eventType) {
    Shape shape = shapes.get(eventType);
    if (shape == null) {
      throw new IllegalArgumentException("no schema declares the event type " + eventType);
    }
    return shape;
  }

  private static Shape shape(Schema payload, int branch) {
    String target = String.valueOf(payload.getProp("target"));
    boolean isTie = target.equals("required") && "ties".equals(payload.getProp("family"));
    return new Shape(
        payload.getProp("event_type"),
        branch,
        payload.getProp("object_type"),
        "required".equals(payload.getProp("actor")),
        isTie,
        payload.getFields().stream().map(Vocabulary::field).toList());
  }

  private static Field field(Schema.Field field) {
    Schema type = field.schema();
    int nullBranch = -1;
    if (type.isUnion()) {
      nullBranch = type.getIndexNamed("null");
      type = type.getTypes().get(1 - nullBranch);
    }
    List<String> symbols = type.getType() == Schema.Type.ENUM ? type.getEnumSymbols() : List.of();
    return new Field(field.name(), kind(field.name(), type), nullBranch, symbols);
  }

  private static Kind kind(String name, Schema type) {
    LogicalType logical = type.getLogicalType();
    return switch (type.getType()) {
      case STRING -> Kind.TEXT;
      case ENUM -> Kind.SYMBOL;
      case BOOLEAN -> Kind.FLAG;
      case DOUBLE -> Kind.REAL;
      case BYTES -> Kind.MONEY;
      case INT -> logical == null ? Kind.INTEGER : Kind.DATE;
      case LONG -> logical == null ? Kind.INTEGER : Kind.INSTANT;
      case RECORD, ARRAY, MAP, UNION, FIXED, FLOAT, NULL ->
          throw new IllegalArgumentException(
              "field %s must be flat but is %s".formatted(name, type.getType()));
    };
  }
}
