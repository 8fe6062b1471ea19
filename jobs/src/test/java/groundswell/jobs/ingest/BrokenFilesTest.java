package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.EventTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that break: everything before the break is read, and the break is said once. */
class BrokenFilesTest {
  private static final String HEADER =
      "event_id,event_type,event_ts,received_ts,source_system,actor_id,target_id,channel\n";
  private static final String LINE =
      ",follow,2026-03-14T09:30:00Z,2026-03-14T09:30:01Z,app,ana,ben,weibo\n";

  private static final String XML_ROW =
      "\" event_type=\"follow\" event_ts=\"2026-03-14T09:30:00Z\" source_system=\"app\""
          + " actor_id=\"ana\" target_id=\"ben\" channel=\"weibo\"/>\n";

  @TempDir private Path folder;

  @Test
  void a_row_with_too_many_or_too_few_fields_is_refused() throws IOException {
    Path file = folder.resolve("events.csv");
    Files.writeString(file, HEADER + "e1" + LINE + "e2,extra" + LINE + "e3,follow\n" + "e4" + LINE);

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.CSV, ZoneOffset.UTC), file);

    assertThat(walk.rows()).isEqualTo(4);
    assertThat(walk.events()).hasSize(2);
    assertThat(walk.rejections())
        .extracting(Rejection::reason, Rejection::sourceOffset)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Reason.WRONG_COLUMN_COUNT, "3"),
            org.assertj.core.groups.Tuple.tuple(Reason.WRONG_COLUMN_COUNT, "4"));
  }

  @Test
  void quotes_keep_delimiters_line_breaks_and_quotes_within_a_field() throws IOException {
    Path file = folder.resolve("events.csv");
    Files.writeString(file, HEADER + "\"a,\"\"b\"\"\nc\"" + LINE + "e2" + LINE);

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.CSV, ZoneOffset.UTC), file);

    int eventId = Vocabulary.released().index("event_id");
    int offset = Vocabulary.released().index("source_offset");
    assertThat(walk.events().get(0)[eventId]).hasToString("a,\"b\"\nc");
    assertThat(walk.events().get(1)[offset]).hasToString("4");
  }

  @Test
  void of_a_truncated_gzip_the_lines_before_the_break_are_kept() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int index = 0; index < 5_000; index++) {
      text.append("e").append(index * 7_919L % 10_007).append(LINE);
    }
    byte[] whole = gzip(text.toString());
    Path file = folder.resolve("events.csv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.CSV, ZoneOffset.UTC), file);

    assertThat(walk.events()).hasSizeBetween(1_000, 4_999);
    assertThat(walk.rows()).isEqualTo(walk.events().size() + 1);
    assertThat(walk.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.TRUNCATED_FILE);
  }

  @Test
  void of_a_truncated_container_all_whole_blocks_are_kept() throws IOException {
    Path file = folder.resolve("events.avro");
    long[] ends = writeBlocks(file, 3, 10);
    byte[] whole = Files.readAllBytes(file);
    ScanPlan plan = CanonicalLines.plan(SourceFormat.AVRO, ZoneOffset.UTC);
    assertThat(CanonicalLines.walk(plan, file).rejections()).isEmpty();

    for (long cut : new long[] {ends[1] + 1, ends[1] + 40, ends[2] - 1}) {
      Files.write(file, Arrays.copyOf(whole, (int) cut));

      var walk = CanonicalLines.walk(plan, file);

      assertThat(walk.events()).as("cut at %d", cut).hasSize(20);
      assertThat(walk.rejections())
          .extracting(Rejection::reason)
          .containsExactly(Reason.TRUNCATED_FILE);
    }
  }

  @Test
  @Tag("guarantee-10")
  void no_changed_byte_of_a_container_stops_the_reading() throws IOException {
    Path file = folder.resolve("events.avro");
    long[] ends = writeBlocks(file, 2, 3);
    byte[] whole = Files.readAllBytes(file);
    int rows = (int) (ends[1] - ends[0]) * 2;
    ScanPlan plan = CanonicalLines.plan(SourceFormat.AVRO, ZoneOffset.UTC);

    for (int at = 0; at < whole.length; at += at < whole.length - rows ? 499 : 1) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x79;
      Files.write(file, changed);

      var walk = CanonicalLines.walk(plan, file);

      assertThat(walk.events().size() + walk.rejections().size())
          .as("with another byte at %d", at)
          .isBetween(1, 7);
    }
  }

  @Test
  @Tag("guarantee-10")
  void of_a_truncated_xml_file_the_rows_before_the_break_are_kept() throws IOException {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<rows>\n");
    for (int index = 0; index < 100; index++) {
      text.append("<row event_id=\"e").append(index).append(XML_ROW);
    }
    int cut = text.indexOf("e60\"") + 30;
    Path file = Files.writeString(folder.resolve("events.xml"), text.substring(0, cut));

    var walk = CanonicalLines.walk(CanonicalLines.plan(SourceFormat.XML, ZoneOffset.UTC), file);

    assertThat(walk.events()).hasSize(60);
    assertThat(walk.rejections())
        .extracting(Rejection::reason)
        .containsExactly(Reason.TRUNCATED_FILE);
  }

  /** Writes blocks of follows; returns where each ends. */
  private static long[] writeBlocks(Path file, int blocks, int size) throws IOException {
    Schema schema = EventTypes.envelope();
    long[] ends = new long[blocks];
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      for (int block = 0; block < blocks; block++) {
        for (int index = 0; index < size; index++) {
          writer.append(follow(schema, "e" + block + "-" + index));
        }
        ends[block] = writer.sync();
      }
    }
    return ends;
  }

  private static GenericRecord follow(Schema schema, String id) {
    GenericRecord event = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      if (field.hasDefaultValue()) {
        event.put(field.name(), GenericData.get().getDefaultValue(field));
      }
    }
    event.put("event_id", id);
    event.put("event_ts", 1_773_480_600_000_000L);
    event.put("received_ts", 1_773_480_600_000_000L);
    event.put("source_system", "app");
    event.put("community_id", "aurora");
    event.put("actor_id", "ana");
    event.put("target_id", "ben");
    Schema channel = schema.getField("channel").schema();
    event.put("channel", new GenericData.EnumSymbol(channel, "weibo"));
    Schema payload = EventTypes.find("follow").orElseThrow().record();
    event.put("payload", new GenericData.Record(payload));
    return event;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
