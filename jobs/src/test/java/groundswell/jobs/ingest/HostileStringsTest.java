package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.jobs.SparkCase;
import groundswell.schemas.Publication;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that means harm is text: it is kept as it came, and an id of it becomes a key. */
class HostileStringsTest extends SparkCase {
  private static final List<String> TEXTS =
      List.of(
          "bell\u0007 escape\u001b[31m nul\u0000",
          "n".repeat(1_000_000),
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
          "\u202efdp.exe\u202c",
          "'); DROP TABLE core.event; --",
          "<script>alert('hi')</script>",
          "line\nbreak\r\n\ttab",
          "\u00e9 and e\u0301");
  private static final String MAPPING =
      """
      community:
        id: tea
        name: Tea
        zone: Asia/Shanghai
        currency: CNY
        storage_period: month
        adoption_event_types: [thread_created]
      format: jsonl
      canonical: true
      files: ["*.jsonl"]
      earliest: 2001-01-01
      """;

  @TempDir private Path folder;

  @Test
  @Tag("guarantee-10")
  void each_is_kept_to_the_last_character_and_none_stands_in_for_a_member()
      throws IOException, SQLException {
    Path source = Files.writeString(folder.resolve("source.yaml"), MAPPING);
    Path input = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(input.resolve("a.jsonl"), lines());

    Ingested ingested = Ingested.of(spark(), folder.resolve("ware house"), source, input);

    assertThat(ingested.reasons()).isEmpty();
    Map<String, String> kept = topics(folder.resolve("ware house"));
    for (int index = 0; index < TEXTS.size(); index++) {
      assertThat(kept.get("e" + index)).isEqualTo(TEXTS.get(index));
    }
    assertThat(ingested.events().select("actor_key").distinct().collectAsList())
        .hasSize(TEXTS.size())
        .allSatisfy(row -> assertThat(row.getString(0)).matches("[0-9a-f]{32}"));
  }

  private static String lines() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int index = 0; index < TEXTS.size(); index++) {
      Map<String, String> event =
          Map.of(
              "event_id",
              "e" + index,
              "event_type",
              "thread_created",
              "event_ts",
              "2026-03-14T09:30:00Z",
              "source_system",
              "app",
              "channel",
              "forum",
              "object_id",
              "t" + index,
              "actor_id",
              TEXTS.get(index),
              "topic",
              TEXTS.get(index));
      lines.append(new ObjectMapper().writeValueAsString(event)).append('\n');
    }
    return lines.toString();
  }

  /** As a reader of the published files sees them. */
  private static Map<String, String> topics(Path warehouse) throws SQLException {
    String files =
        Publication.read(warehouse).table(Table.CORE_EVENT).orElseThrow().files().stream()
            .map(file -> "'" + warehouse.resolve(file) + "'")
            .collect(Collectors.joining(", "));
    Map<String, String> topics = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT event_id, topic FROM read_parquet([%s])".formatted(files))) {
      while (rows.next()) {
        topics.put(rows.getString(1), rows.getString(2));
      }
    }
    return topics;
  }
}
