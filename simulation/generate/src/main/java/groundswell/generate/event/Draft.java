package groundswell.generate.event;

import java.util.Arrays;

/**
 * One event while it is written; reused for the next one. Not for two threads at once. Payload
 * values are String, Long, Double or Boolean; a field that is never set is absent.
 */
public final class Draft {
  private final Object[] values = new Object[16];
  private Shape shape;

  String eventId;
  long eventTs;
  long receivedTs;
  String zone;
  String sourceSystem;
  String actorId;
  String actorKind;
  String channel;
  String deviceClass;
  String objectId;
  String targetId;
  String causationId;
  String correlationId;

  private Object schemaVersion;

  /** Begins an event of a type; everything else is forgotten. */
  public Draft begin(Shape newShape) {
    shape = newShape;
    Arrays.fill(values, 0, newShape.fields().size(), null);
    schemaVersion = 1L;
    zone = null;
    sourceSystem = "aurora-app";
    actorId = null;
    actorKind = "unknown";
    channel = "unknown";
    deviceClass = "unknown";
    objectId = null;
    targetId = null;
    causationId = null;
    correlationId = null;
    return this;
  }

  /** Sets id and instants [microseconds UTC]. */
  public void stamp(String id, long eventMicros, long receivedMicros) {
    eventId = id;
    eventTs = eventMicros;
    receivedTs = receivedMicros;
  }

  public Draft by(String id, String kind, String actorZone) {
    actorId = id;
    actorKind = kind;
    zone = actorZone;
    return this;
  }

  public Draft in(String newChannel) {
    channel = newChannel;
    return this;
  }

  public Draft from(String newSourceSystem) {
    sourceSystem = newSourceSystem;
    return this;
  }

  public Draft device(String newDeviceClass) {
    deviceClass = newDeviceClass;
    return this;
  }

  public Draft object(String id) {
    objectId = id;
    return this;
  }

  public Draft target(String id) {
    targetId = id;
    return this;
  }

  public Draft because(String newCausationId) {
    causationId = newCausationId;
    return this;
  }

  public Draft within(String newCorrelationId) {
    correlationId = newCorrelationId;
    return this;
  }

  /** Sets a text or an enum's symbol. */
  public Draft with(String field, String value) {
    values[shape.position(field)] = value;
    return this;
  }

  /** Sets a number, an instant [microseconds], a date [days] or money [1/10,000]. */
  public Draft with(String field, long value) {
    values[shape.position(field)] = value;
    return this;
  }

  public Draft with(String field, double value) {
    values[shape.position(field)] = value;
    return this;
  }

  public Draft with(String field, boolean value) {
    values[shape.position(field)] = value;
    return this;
  }

  /** Writes the schema's version in a word, where a number belongs. */
  public void misspellVersion() {
    schemaVersion = "one";
  }

  /** Puts another value into a payload field, of whatever kind; null empties it. */
  public void replace(int position, Object value) {
    values[position] = value;
  }

  public Shape shape() {
    return shape;
  }

  public String eventId() {
    return eventId;
  }

  public long eventTs() {
    return eventTs;
  }

  public long receivedTs() {
    return receivedTs;
  }

  /** Payload value by position, or null. */
  public Object value(int position) {
    return values[position];
  }

  /** Envelope value by its Avro name, or null. */
  public Object envelope(String name) {
    return switch (name) {
      case "event_id" -> eventId;
      case "schema_version" -> schemaVersion;
      case "event_ts" -> eventTs;
      case "event_tz" -> zone;
      case "received_ts" -> receivedTs;
      case "source_system" -> sourceSystem;
      case "community_id" -> "aurora";
      case "actor_id" -> actorId;
      case "actor_kind" -> actorKind;
      case "channel" -> channel;
      case "device_class" -> deviceClass;
      case "object_id" -> objectId;
      case "object_type" -> objectId == null ? "unknown" : shape.objectType();
      case "target_id" -> targetId;
      case "causation_id" -> causationId;
      case "correlation_id" -> correlationId;
      case "is_test" -> false;
      case "revision" -> 0L;
      default -> null; // session_hint, consent_scope, replaces_event_id: never set
    };
  }
}
