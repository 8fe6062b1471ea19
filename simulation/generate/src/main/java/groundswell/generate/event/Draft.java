package groundswell.generate.event;

import java.util.Arrays;

/**
 * One event while it is written; reused for the next one. Not for two threads at once. Payload
 * values are String, Long, Double or Boolean; a field that is never set is absent.
 */
public final class Draft {
  private static final Object[] DEFAULTS = defaults();
  private static final int EVENT_ID = place("event_id");
  private static final int SCHEMA_VERSION = place("schema_version");
  private static final int EVENT_TS = place("event_ts");
  private static final int EVENT_TZ = place("event_tz");
  private static final int RECEIVED_TS = place("received_ts");
  private static final int SOURCE_SYSTEM = place("source_system");
  private static final int ACTOR_ID = place("actor_id");
  private static final int ACTOR_KIND = place("actor_kind");
  private static final int CHANNEL = place("channel");
  private static final int DEVICE_CLASS = place("device_class");
  private static final int OBJECT_ID = place("object_id");
  private static final int OBJECT_TYPE = place("object_type");
  private static final int TARGET_ID = place("target_id");
  private static final int CAUSATION_ID = place("causation_id");
  private static final int CORRELATION_ID = place("correlation_id");

  private final Object[] envelope = DEFAULTS.clone();
  private final Object[] values = new Object[16];
  private Shape shape;
  private boolean isKept;

  private static int place(String name) {
    return Vocabulary.canonical().place(name);
  }

  private static Object[] defaults() {
    Object[] defaults = new Object[Vocabulary.canonical().envelope().size()];
    defaults[place("schema_version")] = 1L;
    defaults[place("source_system")] = "aurora-app";
    defaults[place("community_id")] = "aurora";
    defaults[place("actor_kind")] = "unknown";
    defaults[place("channel")] = "unknown";
    defaults[place("device_class")] = "unknown";
    defaults[place("object_type")] = "unknown";
    defaults[place("is_test")] = false;
    defaults[place("revision")] = 0L;
    return defaults;
  }

  /** Begins an event of a type; everything else is forgotten. */
  public Draft begin(Shape newShape) {
    isKept = true;
    shape = newShape;
    System.arraycopy(DEFAULTS, 0, envelope, 0, envelope.length);
    Arrays.fill(values, 0, newShape.fields().size(), null);
    return this;
  }

  /** Begins an event that nobody will read: whatever is set is dropped. */
  public Draft skip() {
    isKept = false;
    return this;
  }

  /** Sets id and instants [microseconds UTC]. */
  public void stamp(String id, long eventMicros, long receivedMicros) {
    envelope[EVENT_ID] = id;
    envelope[EVENT_TS] = eventMicros;
    envelope[RECEIVED_TS] = receivedMicros;
  }

  public Draft by(String id, String kind, String zone) {
    envelope[ACTOR_ID] = id;
    envelope[ACTOR_KIND] = kind;
    envelope[EVENT_TZ] = zone;
    return this;
  }

  public Draft in(String channel) {
    envelope[CHANNEL] = channel;
    return this;
  }

  public Draft from(String sourceSystem) {
    envelope[SOURCE_SYSTEM] = sourceSystem;
    return this;
  }

  public Draft device(String deviceClass) {
    envelope[DEVICE_CLASS] = deviceClass;
    return this;
  }

  public Draft object(String id) {
    if (isKept) {
      envelope[OBJECT_ID] = id;
      envelope[OBJECT_TYPE] = shape.objectType();
    }
    return this;
  }

  public Draft target(String id) {
    envelope[TARGET_ID] = id;
    return this;
  }

  public Draft because(String causationId) {
    envelope[CAUSATION_ID] = causationId;
    return this;
  }

  public Draft within(String correlationId) {
    envelope[CORRELATION_ID] = correlationId;
    return this;
  }

  /** Sets a text or an enum's symbol. */
  public Draft with(String field, String value) {
    return set(field, value);
  }

  /** Sets a number, an instant [microseconds], a date [days] or money [1/10,000]. */
  public Draft with(String field, long value) {
    return set(field, value);
  }

  public Draft with(String field, double value) {
    return set(field, value);
  }

  public Draft with(String field, boolean value) {
    return set(field, value);
  }

  private Draft set(String field, Object value) {
    if (isKept) {
      values[shape.position(field)] = value;
    }
    return this;
  }

  /** Writes the schema's version in a word, where a number belongs. */
  public void misspellVersion() {
    envelope[SCHEMA_VERSION] = "one";
  }

  /** Puts another value into a payload field, of whatever kind; null empties it. */
  public void replace(int position, Object value) {
    values[position] = value;
  }

  public Shape shape() {
    return shape;
  }

  public String eventId() {
    return (String) envelope[EVENT_ID];
  }

  public String actorId() {
    return (String) envelope[ACTOR_ID];
  }

  public long eventTs() {
    return (Long) envelope[EVENT_TS];
  }

  public long receivedTs() {
    return (Long) envelope[RECEIVED_TS];
  }

  /** Payload value by position, or null. */
  public Object value(int position) {
    return values[position];
  }

  /** Envelope value by its place in the schema, or null. */
  public Object envelope(int place) {
    return envelope[place];
  }
}
