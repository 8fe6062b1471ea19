package groundswell.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns an answer that is no success into the typed error that says what to do. */
final class Refusal {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHOWN = 300;

  private Refusal() {}

  static AirflowError of(String call, int status, String body) {
    JsonNode detail = detail(body);
    return switch (status) {
      case 401, 403 -> new AirflowError.Denied(call, status, text(detail));
      case 404 -> new AirflowError.Missing(call, text(detail));
      case 409 -> new AirflowError.Conflict(call, text(detail));
      case 400, 422 -> wrongField(call, detail);
      case 429, 502, 503, 504 -> new AirflowError.Busy(call, status);
      default -> new AirflowError.Unreadable(call, "status %d: %s".formatted(status, text(detail)));
    };
  }

  private static AirflowError wrongField(String call, JsonNode detail) {
    JsonNode first = detail.path(0);
    if (!first.path("loc").isArray()) {
      return new AirflowError.WrongField(call, call, text(detail));
    }
    String field =
        StreamSupport.stream(first.path("loc").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("."));
    return new AirflowError.WrongField(call, field, first.path("msg").asText());
  }

  private static JsonNode detail(String body) {
    try {
      return MAPPER.readTree(body).path("detail");
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }

  private static String text(JsonNode detail) {
    String text = detail.isTextual() ? detail.textValue() : detail.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
