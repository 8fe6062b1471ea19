package groundswell.jobs.ingest;

import groundswell.schemas.Presence;
import groundswell.schemas.YamlMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads the rules of a mapping: which rows become which events, and which mean nothing. */
final class RuleReader {
  private static final String ALL_FILES = "**";

  private final YamlMap yaml;
  private final SourceColumns columns;
  private final Expressions expressions;
  private final Vocabulary vocabulary = Vocabulary.released();

  RuleReader(YamlMap yaml, SourceColumns columns, Expressions expressions) {
    this.yaml = yaml;
    this.columns = columns;
    this.expressions = expressions;
  }

  List<CompiledRule> read() {
    List<CompiledRule> rules = new ArrayList<>();
    Optional<YamlMap> everyEvent = yaml.optionalMap("every_event");
    for (YamlMap rule : yaml.maps("events")) {
      rules.add(event(rule, everyEvent));
    }
    if (rules.isEmpty()) {
      throw yaml.problem("events", "'events' must hold one rule or more");
    }
    for (YamlMap rule : yaml.maps("ignore")) {
      rule.allowOnly("from", "where", "because");
      rules.add(
          new CompiledRule(
              null,
              rule.text("because"),
              rule.optionalText("from").orElse(ALL_FILES),
              condition(rule),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    return rules;
  }

  private CompiledRule event(YamlMap rule, Optional<YamlMap> everyEvent) {
    rule.allowOnly("event_type", "from", "where", "fields");
    EventKind kind = vocabulary.kind(UTF8String.fromString(rule.text("event_type")));
    if (kind == null) {
      throw rule.problem(
          "event_type", Unknown.word("event type", rule.text("event_type"), vocabulary.kinds()));
    }
    YamlMap own = rule.map("fields");
    Map<String, YamlMap> places = new LinkedHashMap<>();
    everyEvent.ifPresent(map -> shared(kind, map).forEach(name -> places.put(name, map)));
    own.keys().forEach(name -> places.put(name, own));
    requireKnown(kind, places);
    requireComplete(kind, own, places.keySet());
    return compile(kind, rule, places);
  }

  /** Fields set for every event: a payload field goes to the event types that have it. */
  private List<String> shared(EventKind kind, YamlMap everyEvent) {
    List<String> settable = vocabulary.fieldsOf(kind);
    return everyEvent.keys().stream()
        .filter(name -> settable.contains(name) || vocabulary.field(name) == null)
        .toList();
  }

  private CompiledRule compile(EventKind kind, YamlMap rule, Map<String, YamlMap> places) {
    List<String> names = new ArrayList<>(places.keySet());
    List<Expression> values = new ArrayList<>();
    Map<String, Set<String>> reads = new LinkedHashMap<>();
    Set<String> personal = new LinkedHashSet<>(declaredPersonal());
    for (String name : names) {
      EventField field = vocabulary.field(name);
      values.add(expressions.value(places.get(name), field));
      reads.put(name, expressions.reads(places.get(name), name));
      if (field.personal() || isMemberObject(kind, name)) {
        personal.addAll(reads.get(name));
      }
    }
    personal.removeAll(Set.of(SourceColumns.FILE, SourceColumns.ROW));
    return new CompiledRule(
        kind.type().name(),
        null,
        rule.optionalText("from").orElse(ALL_FILES),
        condition(rule),
        names,
        values,
        tainted(kind, names, values, reads, personal),
        List.copyOf(personal),
        names.stream().filter(name -> isPositional(reads.get(name))).toList());
  }

  private static boolean isMemberObject(EventKind kind, String name) {
    return name.equals("object_id") && kind.type().objectType().equals("member");
  }

  /** Text made from a person's column, such as an event id, becomes a pseudonym as well. */
  private List<String> tainted(
      EventKind kind,
      List<String> names,
      List<Expression> values,
      Map<String, Set<String>> reads,
      Set<String> personal) {
    List<String> tainted = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      EventField field = vocabulary.field(name);
      boolean isFreeText =
          field.kind() == FieldKind.TEXT
              && values.get(index).dataType().equals(DataTypes.StringType)
              && !field.personal()
              && !isMemberObject(kind, name);
      if (isFreeText && !Collections.disjoint(reads.get(name), personal)) {
        tainted.add(name);
      }
    }
    return tainted;
  }

  private static boolean isPositional(Set<String> reads) {
    return reads.contains(SourceColumns.FILE) || reads.contains(SourceColumns.ROW);
  }

  private List<String> declaredPersonal() {
    List<String> names = yaml.texts("personal");
    for (String name : names) {
      if (columns.position(name) < 0) {
        throw yaml.problem("personal", Unknown.word("column", name, columns.names()));
      }
    }
    return names;
  }

  private Expression condition(YamlMap rule) {
    return rule.has("where") ? expressions.condition(rule, "where") : null;
  }

  private void requireKnown(EventKind kind, Map<String, YamlMap> places) {
    List<String> settable = vocabulary.fieldsOf(kind);
    places.forEach(
        (name, place) -> {
          if (!settable.contains(name)) {
            throw place.problem(
                name, Unknown.word("field of " + kind.type().name(), name, settable));
          }
        });
  }

  private void requireComplete(EventKind kind, YamlMap own, Set<String> given) {
    List<String> needed = new ArrayList<>(List.of("event_id", "event_ts"));
    if (kind.type().actor() == Presence.REQUIRED) {
      needed.add("actor_id");
    }
    if (kind.type().target() == Presence.REQUIRED) {
      needed.add("target_id");
    }
    kind.required().forEach(field -> needed.add(field.name()));
    needed.removeAll(given);
    if (!needed.isEmpty()) {
      throw own.problem(
          "%s also needs the fields %s".formatted(kind.type().name(), String.join(", ", needed)));
    }
  }
}
