package groundswell.generate.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log has of late, repeated and bad rows is exactly what the truth says. */
class DefectsTest {
  private static final Parameters DIRTY = Log.parameters(400, 30).dirtied(Log.DIRTY);

  @TempDir private Path folder;

  @Test
  void every_file_has_the_rows_that_the_truth_says() {
    Log log = Log.write(DIRTY, folder.resolve("log"));

    for (LogFile file : log.truth().files()) {
      Path path = log.output().resolve("events").resolve(file.file());
      assertThat(Log.events(path)).as(file.file()).hasSize((int) file.rows());
    }
    assertThat(log.truth().files()).hasSameSizeAs(log.files());
  }

  @Test
  void rows_are_accepted_duplicate_or_rejected_in_each_file_and_in_all() {
    Truth truth = Log.write(DIRTY, folder.resolve("log")).truth();

    assertThat(truth.rows()).isEqualTo(truth.accepted() + truth.duplicate() + truth.rejected());
    assertThat(truth.files().stream().mapToLong(LogFile::accepted).sum())
        .isEqualTo(truth.accepted());
    assertThat(truth.files().stream().mapToLong(LogFile::duplicate).sum())
        .isEqualTo(truth.duplicate());
    assertThat(truth.files().stream().mapToLong(LogFile::rejected).sum())
        .isEqualTo(truth.rejected());
    assertThat(truth.reasons().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(truth.rejected());
  }

  @Test
  void repeated_ids_are_the_duplicates_and_the_conflicts() {
    Log log = Log.write(DIRTY, folder.resolve("log"));
    Map<String, Set<String>> contents = new HashMap<>();
    long rows = 0;
    for (GenericRecord event : log.events()) {
      if (!Log.text(event, "event_id").isEmpty()) {
        rows++;
        String content = Log.text(event, "device_class") + event.get("payload");
        contents.computeIfAbsent(Log.text(event, "event_id"), id -> new HashSet<>()).add(content);
      }
    }
    long conflicts = contents.values().stream().filter(found -> found.size() > 1).count();

    assertThat(conflicts).isEqualTo(log.truth().bad().get("other_payload")).isPositive();
    assertThat(rows - contents.size()).isEqualTo(log.truth().duplicate() + conflicts);
  }

  @Test
  void late_events_lie_in_a_file_of_a_later_day() {
    Log log = Log.write(DIRTY.dirtied(new Defects(0.1, 0, 0)), folder.resolve("log"));
    long day = 86_400_000_000L;
    long shift = 8 * 3_600_000_000L;
    long late = 0;
    for (GenericRecord event : log.events()) {
      long happened = (Log.number(event, "event_ts") + shift) / day;
      long received = (Log.number(event, "received_ts") + shift) / day;
      late += received > happened ? 1 : 0;
    }

    assertThat(late).isEqualTo(log.truth().late());
    assertThat((double) late / log.truth().accepted()).isBetween(0.08, 0.11);
  }

  @Test
  void a_defect_changes_no_true_event() {
    Truth clean = Log.write(DIRTY.dirtied(Defects.NONE), folder.resolve("clean")).truth();
    Truth dirty = Log.write(DIRTY, folder.resolve("dirty")).truth();

    assertThat(dirty.events()).isEqualTo(clean.events());
    assertThat(clean.rows()).isEqualTo(clean.accepted());
  }

  @Test
  void when_all_is_late_only_the_last_day_is_on_time() {
    Truth truth = Log.write(DIRTY.dirtied(new Defects(1, 0, 0)), folder.resolve("log")).truth();

    assertThat(truth.files().get(0).file()).startsWith("2026-01-02");
    assertThat(truth.late()).isPositive().isLessThan(truth.accepted());
  }

  @Test
  void a_single_day_cannot_be_late() {
    Parameters oneDay = Log.parameters(1, 1).dirtied(new Defects(1, 0, 0));

    Truth truth = Log.write(oneDay, folder.resolve("log")).truth();

    assertThat(truth.late()).isZero();
    assertThat(truth.outcome().joined()).isEqualTo(1);
    assertThat(truth.files()).hasSize(1);
  }

  @Test
  void bad_lines_of_json_are_half_lines_and_nothing_else_breaks_the_grammar() throws IOException {
    Log log = Log.write(DIRTY.written(Format.JSONL), folder.resolve("log"));
    ObjectMapper json = new ObjectMapper();
    long broken = 0;
    List<JsonNode> whole = new ArrayList<>();
    for (Path file : log.files()) {
      for (String line : Files.readAllLines(file)) {
        try {
          whole.add(json.readTree(line));
        } catch (JsonProcessingException e) {
          broken++;
        }
      }
    }

    assertThat(broken).isEqualTo(log.truth().bad().get("half_line")).isPositive();
    assertThat(broken + whole.size()).isEqualTo(log.truth().rows());
    assertThat(whole).allSatisfy(event -> assertThat(event.has("payload")).isTrue());
  }

  @Test
  void lines_of_csv_have_as_many_cells_as_the_header_but_for_the_half_ones() throws IOException {
    Log log = Log.write(DIRTY.written(Format.CSV), folder.resolve("log"));
    long odd = 0;
    long rows = 0;
    for (Path file : log.files()) {
      List<String> lines = Files.readAllLines(file);
      int cells = cells(lines.get(0));
      rows += lines.size() - 1;
      odd += lines.stream().filter(line -> cells(line) != cells).count();
    }

    assertThat(odd).isEqualTo(log.truth().bad().get("half_line")).isPositive();
    assertThat(rows).isEqualTo(log.truth().rows());
    assertThat(log.truth().reasons()).containsEntry("WRONG_COLUMN_COUNT", odd);
  }

  private static int cells(String line) {
    return line.replaceAll("\"[^\"]*\"", "").split(",", -1).length;
  }

  @Test
  void formats_hold_the_same_events() {
    Truth avro = Log.write(DIRTY.dirtied(Defects.NONE), folder.resolve("avro")).truth();
    Parameters lines = DIRTY.dirtied(Defects.NONE).written(Format.JSONL);
    Truth json = Log.write(lines, folder.resolve("json")).truth();

    assertThat(json.events()).isEqualTo(avro.events());
  }

  @Test
  void a_folder_that_holds_anything_is_refused() throws IOException {
    Files.writeString(folder.resolve("old.txt"), "old");

    assertThatThrownBy(() -> Log.write(DIRTY, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be empty");
  }

  @Test
  void parameters_out_of_range_are_refused_with_their_value() {
    assertThatThrownBy(() -> Log.parameters(0, 30)).hasMessageContaining("but is 0");
    assertThatThrownBy(() -> Log.parameters(10, 4_000)).hasMessageContaining("[1, 3660]");
    assertThatThrownBy(() -> new Defects(Double.NaN, 0, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Defects(0, 1.5, 0)).hasMessageContaining("1.5");
  }
}
