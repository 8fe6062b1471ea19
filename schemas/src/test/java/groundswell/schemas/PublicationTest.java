package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers find in publish/latest.json. */
class PublicationTest {
  private static final Table TEA = new Table("mart", "tea");
  private static final Table SKI = new Table("mart", "ski");
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  @TempDir private Path warehouse;

  @Test
  void a_warehouse_without_publication_has_no_tables() {
    assertThat(Publication.read(warehouse).tables()).isEmpty();
  }

  @Test
  void what_was_written_is_read() {
    Publication written = next(Publication.read(warehouse), TEA, state(1));

    written.write(warehouse);

    assertThat(Publication.read(warehouse)).isEqualTo(written);
  }

  @Test
  void the_file_has_the_promised_form() throws IOException {
    next(Publication.read(warehouse), TEA, state(1)).write(warehouse);

    JsonNode json = new ObjectMapper().readTree(latest().toFile());
    assertThat(json.get("publication").textValue()).isEqualTo("000001-marts");
    assertThat(json.get("published_at").textValue()).isEqualTo("2024-05-01T12:00:00Z");
    assertThat(json.get("data_complete_through").textValue()).isEqualTo("2024-04-30");
    JsonNode tea = json.get("tables").get("mart.tea");
    assertThat(tea.properties().stream().map(Map.Entry::getKey))
        .containsExactly("metadata", "snapshot_id", "rows", "contract_version", "files");
    assertThat(tea.get("snapshot_id").longValue()).isEqualTo(1);
  }

  @Test
  @Tag("guarantee-5")
  void a_changed_table_leaves_the_others_as_they_were() {
    Publication first = next(Publication.read(warehouse), TEA, state(1));

    Publication second = next(first, SKI, state(2));

    assertThat(second.tables()).containsOnlyKeys(TEA, SKI);
    assertThat(second.number()).isEqualTo(2);
  }

  @Test
  void an_unknown_day_leaves_the_known_one() {
    Publication first = next(Publication.read(warehouse), TEA, state(1));

    assertThat(first.next("plan", NOON, Optional.empty()).dataCompleteThrough())
        .contains(LocalDate.of(2024, 4, 30));
  }

  @Test
  @Tag("guarantee-4")
  void a_reader_sees_one_whole_publication_while_it_is_replaced() throws InterruptedException {
    Publication small = next(Publication.read(warehouse), TEA, state(1));
    Publication large = next(small, SKI, new PublishedTable("m", 2, 2, "1.0.0", manyFiles()));
    small.write(warehouse);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer = new Thread(() -> alternate(small, large, stop));
    writer.start();

    for (int look = 0; look < 300; look++) {
      assertThat(Publication.read(warehouse)).isIn(small, large);
    }
    stop.set(true);
    writer.join();
  }

  @Test
  void nothing_but_the_file_is_left_behind() throws IOException {
    next(Publication.read(warehouse), TEA, state(1)).write(warehouse);

    try (Stream<Path> files = Files.list(latest().getParent())) {
      assertThat(files).containsExactly(latest());
    }
  }

  @Test
  void a_damaged_file_is_named() throws IOException {
    Files.createDirectories(latest().getParent());
    Files.writeString(latest(), "{\"publication\":");

    assertThatThrownBy(() -> Publication.read(warehouse))
        .hasMessageStartingWith("Cannot read " + latest());
  }

  private void alternate(Publication first, Publication second, AtomicBoolean stop) {
    while (!stop.get()) {
      second.write(warehouse);
      first.write(warehouse);
    }
  }

  private Path latest() {
    return warehouse.resolve("publish").resolve("latest.json");
  }

  private static List<String> manyFiles() {
    return Stream.iterate(0, file -> file + 1).limit(500).map(file -> "data/" + file).toList();
  }

  private static PublishedTable state(long snapshot) {
    return new PublishedTable("mart/tea/metadata/1.json", snapshot, 7, "1.0.0", List.of("a", "b"));
  }

  private static Publication next(Publication before, Table table, PublishedTable state) {
    return before
        .next("marts", NOON, Optional.of(LocalDate.of(2024, 4, 30)))
        .with(Map.of(table, state));
  }
}
