package groundswell.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A JSON answer and the call it belongs to, so that a wrong field is named with its call. */
record Answer(String call, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Answer parse(String call, String body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json != null && json.isObject()) {
        return new Answer(call, json);
      }
    } catch (JsonProcessingException e) {
      // Said below without Jackson's message, which quotes the body and so might quote a token.
    }
    throw new AirflowError.Unreadable(
        call,
        "it must be a JSON object but is %d characters of something else".formatted(body.length()));
  }

  static String write(Object body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A run's configuration must be JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** A text that must be there. */
  String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new AirflowError.Unreadable(
          call, "'%s' must be a text but is %s".formatted(field, value.getNodeType()));
    }
    return value.textValue();
  }

  /** A point in time with its offset; empty for JSON null, which must be there. */
  Optional<OffsetDateTime> instant(String field) {
    if (json.path(field).isNull()) {
      return Optional.empty();
    }
    String value = text(field);
    try {
      return Optional.of(OffsetDateTime.parse(value));
    } catch (DateTimeException e) {
      throw new AirflowError.Unreadable(
          call, "'%s' must be a time with an offset but is '%s'".formatted(field, value));
    }
  }

  /** The word under {@code part.status}; empty when the part is absent or has none. */
  Optional<String> status(String part) {
    return Optional.ofNullable(json.path(part).path("status").textValue());
  }
}
