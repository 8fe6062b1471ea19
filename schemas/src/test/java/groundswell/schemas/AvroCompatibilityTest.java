package groundswell.schemas;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.INCOMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers of any release read events of any other, those of today included. */
class AvroCompatibilityTest {
  @Test
  void there_is_a_release_to_compare_with() throws IOException, URISyntaxException {
    assertThat(releases()).contains("1");
  }

  @Test
  @Tag("guarantee-13")
  void todays_readers_read_the_events_of_every_release() throws IOException, URISyntaxException {
    for (String release : releases()) {
      assertThat(reading(EventTypes.envelope(), released(release))).isEqualTo(COMPATIBLE);
    }
  }

  @Test
  @Tag("guarantee-13")
  void the_readers_of_every_release_read_todays_events() throws IOException, URISyntaxException {
    for (String release : releases()) {
      assertThat(reading(released(release), EventTypes.envelope())).isEqualTo(COMPATIBLE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @Tag("guarantee-13")
  @CsvSource(
      delimiter = '|',
      value = {
        "a field of another type   | \"name\":\"revision\",\"type\":\"int\"   | \"name\":\"revision\",\"type\":\"string\"",
        "a new name for a field    | \"name\":\"event_id\"                    | \"name\":\"event_identifier\"",
        "an event type less        | \"name\":\"Follow\"                      | \"name\":\"Following\"",
      })
  void a_change_that_breaks_readers_is_found(String change, String from, String to) {
    String today = EventTypes.envelope().toString();
    assertThat(today).contains(from);

    Schema broken = new Schema.Parser().parse(withoutDefaults(today.replace(from, to)));

    assertThat(List.of(reading(broken, released("1")), reading(released("1"), broken)))
        .contains(INCOMPATIBLE);
  }

  /** The changed field has a default of its former type. */
  private static String withoutDefaults(String schema) {
    return schema.replaceAll("(\"name\":\"revision\"[^}]*),\"default\":0", "$1");
  }

  private static SchemaCompatibilityType reading(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static Schema released(String release) {
    return AvroFolder.at("/avro-released/" + release).envelope();
  }

  private static List<String> releases() throws IOException, URISyntaxException {
    URL folder = AvroCompatibilityTest.class.getResource("/avro-released");
    try (Stream<Path> releases = Files.list(Path.of(folder.toURI()))) {
      return releases.map(release -> release.getFileName().toString()).sorted().toList();
    }
  }
}
