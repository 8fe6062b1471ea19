package groundswell.planning.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundle's JSON files: keys sorted, indented, the same bytes for the same values. */
final class BundleJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private BundleJson() {}

  static void write(Path file, Object value) {
    try {
      Files.writeString(file, MAPPER.writeValueAsString(value) + "\n");
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write " + file, fault);
    }
  }

  static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(Files.readString(file), type);
    } catch (JsonProcessingException fault) {
      throw new IllegalArgumentException(
          "%s must be %s as JSON but %s"
              .formatted(file, type.getSimpleName(), fault.getOriginalMessage()),
          fault);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read " + file, fault);
    }
  }
}
