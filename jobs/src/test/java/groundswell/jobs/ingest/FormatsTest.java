package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One event is the same event in every format, compressed or not. */
class FormatsTest {
  private static final String ROWS =
      """
      event_id,event_type,event_ts,received_ts,source_system,actor_id,target_id,channel
      e1,follow,2026-03-14T09:30:00Z,2026-03-14T09:30:01Z,app,ana,ben,weibo
      e2,follow,2026-03-14T09:31:00Z,2026-03-14T09:31:01Z,app,ben,ana,weibo
      """;
  private static final String LINES =
      """
      {"event_id":"e1","event_type":"follow","event_ts":"2026-03-14T09:30:00Z","received_ts":"2026-03-14T09:30:01Z","source_system":"app","actor_id":"ana","target_id":"ben","channel":"weibo"}
      {"event_id":"e2","event_type":"follow","event_ts":"2026-03-14T09:31:00Z","received_ts":"2026-03-14T09:31:01Z","source_system":"app","actor_id":"ben","target_id":"ana","channel":"weibo"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("compressions")
  void a_compressed_file_holds_the_same_events(Compression compression) throws IOException {
    Path file = folder.resolve("events");
    try (OutputStream out = compression.over(Files.newOutputStream(file))) {
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(events(SourceFormat.CSV, file)).isEqualTo(plain());
  }

  @Test
  void json_lines_hold_the_same_events() throws IOException {
    Path file = Files.writeString(folder.resolve("events"), LINES);

    List<List<Object>> events = events(SourceFormat.JSONL, file);

    int offset = Vocabulary.released().index("source_offset");
    assertThat(events).hasSize(2);
    assertThat(events.get(0).get(offset)).hasToString("1");
    assertThat(without(offset, events)).isEqualTo(without(offset, plain()));
  }

  @Test
  void parquet_of_another_writer_holds_the_same_events() throws IOException, SQLException {
    Path file =
        parquet(
            """
            * REPLACE (event_ts::TIMESTAMPTZ AS event_ts,
                       received_ts::TIMESTAMPTZ AS received_ts)""");

    int offset = Vocabulary.released().index("source_offset");
    assertThat(without(offset, events(SourceFormat.PARQUET, file)))
        .isEqualTo(without(offset, plain()));
  }

  @Test
  void parquet_in_which_all_columns_are_text_holds_the_same_events()
      throws IOException, SQLException {
    Path file = parquet("*");

    int offset = Vocabulary.released().index("source_offset");
    assertThat(without(offset, events(SourceFormat.PARQUET, file)))
        .isEqualTo(without(offset, plain()));
  }

  @Test
  void a_channel_that_nobody_knows_is_refused_in_parquet_as_elsewhere()
      throws IOException, SQLException {
    Path file = parquet("* REPLACE (if(event_id = 'e2', 'carrier pigeon', channel) AS channel)");

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.PARQUET, ZoneOffset.UTC), file);

    assertThat(walk.events()).hasSize(1);
    assertThat(walk.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.UNKNOWN_CHANNEL);
  }

  /** Its writer has a newer vocabulary than we. */
  @Test
  @Tag("guarantee-13")
  void a_symbol_that_nobody_knows_is_refused_in_avro_as_elsewhere() throws IOException {
    Schema channel =
        SchemaBuilder.enumeration("Channel").symbols("weibo", "carrier_pigeon", "forum");
    Path file = avro(channel, "weibo", "carrier_pigeon", "forum");

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.AVRO, ZoneOffset.UTC), file);

    assertThat(walk.events()).hasSize(2);
    assertThat(walk.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.UNKNOWN_CHANNEL);
  }

  /** A record for each of these channels. */
  private Path avro(Schema channel, String... channels) throws IOException {
    Schema schema =
        SchemaBuilder.record("Row")
            .fields()
            .requiredString("event_id")
            .requiredString("event_type")
            .name("event_ts")
            .type(LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG)))
            .noDefault()
            .requiredString("source_system")
            .requiredString("actor_id")
            .requiredString("target_id")
            .name("channel")
            .type(channel)
            .noDefault()
            .endRecord();
    Path file = folder.resolve("events");
    try (var writer = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      for (String symbol : channels) {
        writer.append(
            new GenericRecordBuilder(schema)
                .set("event_id", symbol)
                .set("event_type", "follow")
                .set("event_ts", EventRules.micros(Instant.parse("2026-03-14T09:30:00Z")))
                .set("source_system", "app")
                .set("actor_id", "ana")
                .set("target_id", "ben")
                .set("channel", new GenericData.EnumSymbol(channel, symbol))
                .build());
      }
    }
    return file;
  }

  /** The rows as DuckDB writes what a select list makes of them. */
  private Path parquet(String columns) throws IOException, SQLException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
    Path file = folder.resolve("events");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(
          "COPY (SELECT %s FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
              .formatted(columns, rows, file));
    }
    return file;
  }

  private static Stream<Compression> compressions() {
    return Stream.of(
        GZIPOutputStream::new, BZip2CompressorOutputStream::new, ZstdOutputStream::new);
  }

  private List<List<Object>> plain() throws IOException {
    Path file = Files.createDirectories(folder.resolve("plain")).resolve("events");
    return events(SourceFormat.CSV, Files.writeString(file, ROWS));
  }

  private static List<List<Object>> events(SourceFormat format, Path file) {
    var walk = CanonicalLines.walk(CanonicalLines.plan(format, ZoneOffset.UTC), file);
    assertThat(walk.rejections()).isEmpty();
    return walk.events().stream().map(java.util.Arrays::asList).toList();
  }

  private static List<List<Object>> without(int column, List<List<Object>> events) {
    return events.stream()
        .map(
            event -> {
              List<Object> rest = new java.util.ArrayList<>(event);
              rest.remove(column);
              return rest;
            })
        .toList();
  }

  /** One way to compress. */
  private interface Compression {
    OutputStream over(OutputStream out) throws IOException;
  }
}
