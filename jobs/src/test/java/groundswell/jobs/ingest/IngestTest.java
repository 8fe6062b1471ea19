package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.schemas.ActivityTypes;
import groundswell.schemas.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small mapped source, whole: duplicates, pseudonyms, refusals of the mapping. */
class IngestTest extends SparkCase {
  private static final String MAPPING =
      """
      community:
        id: tea
        name: Tea
        zone: Asia/Shanghai
        currency: CNY
        storage_period: month
        adoption_event_types: [follow]
      format: csv
      columns: [id, who, whom, at]
      events:
        - event_type: follow
          fields:
            event_id: concat('follow-', id, '-', who)
            event_ts: at
            actor_id: who
            target_id: whom
            channel: "'weibo'"
      """;
  private static final String HEADER = "id,who,whom,at\n";

  @TempDir private Path folder;
  private Path source;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    source = folder.resolve("source.yaml");
    input = Files.createDirectories(folder.resolve("raw logs"));
    Files.writeString(source, MAPPING);
  }

  @Test
  @Tag("guarantee-24")
  void no_raw_id_stands_anywhere_in_the_warehouse() throws IOException {
    file("a b.csv", "1,canary-ana,canary-ben,2026-03-14T09:30:00Z", "2,canary-ana,canary-ana,x");

    Ingested ingested = ingest("warehouse");

    assertThat(ingested.summary().rowsOut()).isEqualTo(1);
    assertThat(ingested.reasons()).containsOnlyKeys("BAD_TYPE");
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(text(file)).doesNotContain("canary"));
    }
  }

  @Test
  @Tag("guarantee-9")
  void a_copy_is_kept_once_and_another_content_under_its_id_is_a_conflict() throws IOException {
    String first = "1,ana,ben,2026-03-14T09:30:00Z";
    file("a.csv", first, first);
    file("b.csv", "1,ana,cid,2026-03-14T10:30:00Z", first);

    Ingested ingested = ingest("warehouse");

    assertThat(ingested.accounts())
        .containsExactly(row("a.csv", 2L, 2L, 1L, 1L, 0L), row("b.csv", 2L, 2L, 0L, 1L, 1L));
    assertThat(ingested.reasons()).containsExactly(java.util.Map.entry("DUP_CONFLICT", 1L));
  }

  @Test
  @Tag("guarantee-9")
  void a_stored_event_wins_over_a_later_copy() throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");
    Ingested before = ingest("warehouse");
    List<Row> stored = before.events().collectAsList();
    file("b.csv", "1,ana,ben,2026-03-14T09:30:00Z", "1,ana,cid,2026-01-01T00:00:00Z");

    Ingested after = before.again(source, input);

    assertThat(after.events().collectAsList()).isEqualTo(stored);
    assertThat(after.accounts())
        .containsExactly(row("a.csv", 1L, 1L, 1L, 0L, 0L), row("b.csv", 2L, 2L, 0L, 1L, 1L));
  }

  @Test
  void an_unknown_field_is_refused_with_its_line_and_the_nearest_name() throws IOException {
    Files.writeString(source, MAPPING.replace("target_id: whom", "targt_id: whom"));
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");

    assertThatThrownBy(() -> ingest("warehouse"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("source.yaml:16")
        .hasMessageContaining("unknown field of follow 'targt_id'")
        .hasMessageContaining("maybe 'target_id'");
  }

  @Test
  void an_unknown_type_of_activity_is_refused_with_its_line_and_the_nearest_name()
      throws IOException {
    Files.writeString(source, naming("activity_event_types: [folow]"));
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");

    assertThatThrownBy(() -> ingest("warehouse"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("source.yaml:7")
        .hasMessageContaining("unknown event type 'folow'")
        .hasMessageContaining("maybe 'follow'");
  }

  @Test
  void an_assumed_wallet_is_stored_whole_and_half_of_one_is_refused() throws IOException {
    String wallet =
        "wallet: {assumption_id: a, per_member_year: 12.5, currency: EUR, source: a survey}";
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");

    Files.writeString(source, naming(wallet));
    assertThat(ingest("warehouse").wallet())
        .isEqualTo(row("a", new BigDecimal("12.5000"), "EUR", "a survey"));

    Files.writeString(source, naming(wallet.replace(", source: a survey", "")));
    assertThatThrownBy(() -> ingest("other"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("source");
    Files.writeString(source, naming(wallet.replace("12.5", "-1")));
    assertThatThrownBy(() -> ingest("other"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("an amount above 0");
  }

  @Test
  void a_community_in_which_nothing_makes_active_is_refused() throws IOException {
    Files.writeString(source, naming("activity_event_types: []"));
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");

    assertThatThrownBy(() -> ingest("warehouse"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("source.yaml:7")
        .hasMessageContaining("'activity_event_types' must name one event type or more");
  }

  @Test
  void types_of_activity_are_stored_sorted_and_those_of_a_silent_source_are_the_default()
      throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");
    Ingested silent = ingest("warehouse");
    assertThat(silent.activityTypes()).isEqualTo(String.join(",", ActivityTypes.DEFAULT));

    Files.writeString(source, naming("activity_event_types: [unfollow, follow, follow]"));
    file("b.csv", "2,ana,ben,2026-03-14T09:30:00Z");

    assertThat(silent.again(source, input).activityTypes()).isEqualTo("follow,unfollow");
  }

  @Test
  void an_expression_may_not_ask_the_clock_or_chance() throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");
    for (String expression : new String[] {"current_timestamp()", "timestamp_seconds(rand())"}) {
      Files.writeString(source, MAPPING.replace("event_ts: at", "event_ts: " + expression));

      assertThatThrownBy(() -> ingest("warehouse"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("source.yaml:14")
          .hasMessageContaining("beyond the row");
    }
  }

  @Test
  void a_folder_without_files_is_named() {
    assertThatThrownBy(() -> ingest("warehouse"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(input.toString());
  }

  @Test
  void sources_of_one_run_are_published_together_each_with_its_accounts() throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z", "2,ana,ana,x");
    Path other =
        second("coffee", "1,ana,ben,2026-03-14T09:30:00Z", "1,ana,ben,2026-03-14T09:30:00Z");

    Ingested ingested =
        Ingested.of(spark(), folder.resolve("warehouse"), job(source).and(job(other)));

    assertThat(ingested.summary().rowsIn()).isEqualTo(4);
    assertThat(ingested.events().select("community_id").distinct().count()).isEqualTo(2);
    assertThat(ingested.accounts())
        .containsExactlyInAnyOrder(
            row("a.csv", 2L, 2L, 1L, 0L, 1L), row("a.csv", 2L, 2L, 1L, 1L, 0L));
  }

  @Test
  void a_source_that_cannot_be_read_keeps_the_others_from_being_published() throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");
    Path warehouse = folder.resolve("warehouse");

    assertThatThrownBy(
            () -> Ingested.of(spark(), warehouse, job(source).and(job(folder.resolve("gone")))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("gone");
    assertThat(warehouse.resolve("publish/latest.json")).doesNotExist();
  }

  @Test
  void two_sources_of_one_community_need_two_runs() throws IOException {
    file("a.csv", "1,ana,ben,2026-03-14T09:30:00Z");

    assertThatThrownBy(
            () -> Ingested.of(spark(), folder.resolve("warehouse"), job(source).and(job(source))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("tea in one run");
  }

  /** A source of another community, with a file of the same name. */
  private Path second(String community, String... lines) throws IOException {
    Path place = Files.createDirectories(folder.resolve(community));
    Files.writeString(
        Files.createDirectories(place.resolve("raw logs")).resolve("a.csv"),
        HEADER + String.join("\n", lines) + "\n");
    return Files.writeString(
        place.resolve("source.yaml"), MAPPING.replace("id: tea", "id: " + community));
  }

  private static IngestJob job(Path source) {
    return IngestJob.of(source, source.resolveSibling("raw logs"));
  }

  /** The mapping with one more line in its community block. */
  private static String naming(String line) {
    return MAPPING.replace("  adoption_event", "  " + line + "\n  adoption_event");
  }

  private Ingested ingest(String warehouse) {
    return Ingested.of(spark(), folder.resolve(warehouse), source, input);
  }

  private void file(String name, String... lines) throws IOException {
    Files.writeString(input.resolve(name), HEADER + String.join("\n", lines) + "\n");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
