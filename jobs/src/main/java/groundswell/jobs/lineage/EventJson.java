package groundswell.jobs.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;

/** Events as lines of JSON. The library's own writer needs more libraries than its types do. */
final class EventJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setSerializationInclusion(JsonInclude.Include.NON_NULL)
          .registerModule(new SimpleModule().addSerializer(ZonedDateTime.class, new Instants()));

  private EventJson() {}

  static byte[] lines(List<OpenLineage.RunEvent> events) {
    StringBuilder lines = new StringBuilder();
    for (OpenLineage.RunEvent event : events) {
      lines.append(line(event)).append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static String line(OpenLineage.RunEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("An event that is no JSON", defect);
    }
  }

  /** Times as ISO 8601 in UTC. */
  private static final class Instants extends JsonSerializer<ZonedDateTime> {
    @Override
    public void serialize(ZonedDateTime time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(time.toInstant().toString());
    }
  }
}
