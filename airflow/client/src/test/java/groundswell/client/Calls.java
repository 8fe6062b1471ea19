package groundswell.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The calls of {@code calls.json}, which the Python tests hold against Airflow's specification. */
final class Calls {
  private static final JsonNode ALL = load();

  private Calls() {}

  static JsonNode named(String name) {
    for (JsonNode call : ALL.path("calls")) {
      if (call.path("name").asText().equals(name)) {
        return call;
      }
    }
    throw new IllegalArgumentException("calls.json has no call '%s'".formatted(name));
  }

  /** A copy of the example answer, free to be changed. */
  static ObjectNode answer(String name) {
    return named(name).path("answer").deepCopy();
  }

  static String refusal(String name, int status) {
    for (JsonNode refusal : ALL.path("refusals")) {
      if (refusal.path("call").asText().equals(name) && refusal.path("status").asInt() == status) {
        return refusal.path("answer").toString();
      }
    }
    throw new IllegalArgumentException(
        "calls.json has no refusal %d of '%s'".formatted(status, name));
  }

  static List<String> needs(String name) {
    var fields = new ArrayList<String>();
    named(name).path("needs").forEach(field -> fields.add(field.asText()));
    return fields;
  }

  static List<String> runStates() {
    var states = new ArrayList<String>();
    ALL.path("run_states").forEach(state -> states.add(state.asText()));
    return states;
  }

  private static JsonNode load() {
    try (var in = Calls.class.getResourceAsStream("calls.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
