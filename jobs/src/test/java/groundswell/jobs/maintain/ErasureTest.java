package groundswell.jobs.maintain;

import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.ingest.MemberKey;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.tables.Upkeep;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One member leaves a forum of three; nothing of her is left, and all of the others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureTest extends SparkCase {
  private static final String CANARY = "canary-ada-4711";
  private static final Set<Table> MARTS =
      Set.of(MART_CONTENT_RESPONSE, MART_LIFECYCLE, MART_TIE_FUNNEL);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path folder;

  private static Workbench bench;
  private static String key;
  private static List<String> lines = new ArrayList<>();

  @BeforeAll
  static void aForumOfThree() throws IOException {
    Files.writeString(
        folder.resolve("source.yaml"),
        """
        community: {id: tea, name: Tea, zone: UTC, currency: EUR, storage_period: month,
          adoption_event_types: [thread_created]}
        format: jsonl
        canonical: true
        """);
    bench = Workbench.over(spark(), folder.resolve("warehouse"), CLOCK);
    write(
        "january.jsonl",
        act("1", "thread_created", "2026-01-05", CANARY, null, "post-1"),
        act("2", "reply_created", "2026-01-06", "bo", CANARY, "post-2"),
        act("3", "follow", "2026-01-07", "bo", CANARY, null),
        act("4", "thread_created", "2026-01-08", "bo", null, "post-4"),
        act("5", "reply_created", "1970-01-09", CANARY, "bo", "post-5"));
    write(
        "february.jsonl",
        act("6", "thread_created", "2026-02-05", "cy", null, "post-6"),
        act("7", "follow", "2026-02-06", "cy", "bo", null));
    key = MemberKey.of(bench.warehouse(), "tea", CANARY, line -> {});
  }

  @Test
  @Order(1)
  void before_it_she_is_found_in_rows_and_in_files() {
    MemberTraces.Traces traces = new MemberTraces(bench, key).search();

    assertThat(traces.rows()).isPositive();
    assertThat(traces.physicalRows()).isGreaterThanOrEqualTo(traces.rows());
    assertThat(traces.otherFiles()).as("bounds of columns in manifests").isPositive();
  }

  @Test
  @Order(2)
  void her_events_go_and_those_of_others_stay_without_her_name() {
    new Erasure(bench, lines::add).run("tea", key, () -> {});

    assertThat(events("event_id, actor_key IS NULL AS nobody, target_key IS NULL AS alone"))
        .containsExactlyInAnyOrder(
            row("2", false, true),
            row("4", false, true),
            row("6", false, true),
            row("7", false, false));
    assertThat(lines.get(0)).contains("2 removed, 1 left without the name, 1 refused");
  }

  @Test
  @Tag("guarantee-23")
  @Order(3)
  void nothing_of_her_is_left_in_any_row_or_file() throws IOException {
    assertThat(new MemberTraces(bench, key).search().areNone()).isTrue();
    assertThat(new MemberTraces(bench, CANARY).search().areNone()).isTrue();
  }

  @Test
  @Tag("guarantee-23")
  @Order(4)
  void no_snapshot_branch_or_tag_reaches_old_files() {
    assertThat(Upkeep.of(spark(), bench.warehouse(), CLOCK).surplus()).isZero();
  }

  @Test
  @Order(5)
  void the_marts_are_those_of_a_forum_that_she_never_joined() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Workbench without = Workbench.over(spark(), other.resolve("warehouse"), CLOCK);
    Files.copy(bench.warehouse().resolve("pseudonym.key"), key(without));
    Files.writeString(
        other.resolve("events.jsonl"),
        String.join(
            "\n",
            act("2", "reply_created", "2026-01-06", "bo", null, "post-2"),
            act("4", "thread_created", "2026-01-08", "bo", null, "post-4"),
            act("6", "thread_created", "2026-02-05", "cy", null, "post-6"),
            act("7", "follow", "2026-02-06", "cy", "bo", null)));
    IngestJob.of(folder.resolve("source.yaml"), other).run(without);
    build(without);

    for (Table mart : MARTS) {
      assertSame(without.tables().read(mart), bench.tables().read(mart));
    }
  }

  @Test
  @Tag("guarantee-23")
  @Order(6)
  void old_files_that_come_again_do_not_bring_her_back() throws IOException {
    List<Row> before = events("*");
    Path january = folder.resolve("data/january.jsonl");
    Files.move(january, january.resolveSibling("january-again.jsonl"));

    IngestJob.of(folder.resolve("source.yaml"), folder.resolve("data")).run(bench);

    assertThat(events("*")).containsExactlyInAnyOrderElementsOf(before);
    assertThat(new MemberTraces(bench, key).search().areNone()).isTrue();
    Row account =
        bench
            .tables()
            .read(META_RECONCILIATION)
            .where("source_file = 'january-again.jsonl'")
            .selectExpr("events_read", "accepted", "duplicate", "rejected", "erased")
            .first();
    assertThat(account).isEqualTo(row(5L, 0L, 2L, 0L, 3L));
  }

  @Test
  @Order(7)
  void the_ledger_holds_a_hash_and_no_key() {
    Dataset<Row> ledger = bench.tables().read(META_ERASURE_LEDGER);

    assertThat(ledger.selectExpr("length(member_hash)", "events_removed").collectAsList())
        .containsExactly(row(64, 2L));
  }

  @Test
  @Order(8)
  void an_erasure_may_be_repeated() {
    List<String> again = new ArrayList<>();

    new Erasure(bench, again::add).run("tea", key, () -> {});

    assertThat(bench.tables().read(META_ERASURE_LEDGER).count()).isEqualTo(1);
    assertThat(again).anyMatch(line -> line.contains("check the id"));
  }

  @Test
  @Order(9)
  void a_community_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> new Erasure(bench, line -> {}).run("teas", key, () -> {}))
        .hasMessageContaining("the warehouse knows [tea]");
  }

  private static void write(String name, String... events) throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve(name);
    Files.writeString(file, String.join("\n", events) + "\n");
    IngestJob.of(folder.resolve("source.yaml"), folder.resolve("data")).run(bench);
    build(bench);
  }

  private static void build(Workbench workbench) {
    new FactsJob().only(MartsJob.inputsOf(MARTS)).run(workbench);
    new MartsJob().only(MARTS).run(workbench);
  }

  private static Path key(Workbench workbench) throws IOException {
    return Files.createDirectories(workbench.warehouse()).resolve("pseudonym.key");
  }

  private static List<Row> events(String columns) {
    return bench.tables().read(CORE_EVENT).selectExpr(columns.split(", ", -1)).collectAsList();
  }

  private static String act(
      String id, String type, String day, String actor, String target, String post) {
    String text =
        "{\"event_id\":\"%s\",\"event_type\":\"%s\",\"event_ts\":\"%sT10:00:00Z\",\"actor_id\":\"%s\",\"channel\":\"forum\""
            .formatted(id, type, day, actor);
    text += target == null ? "" : ",\"target_id\":\"%s\"".formatted(target);
    text += post == null ? "" : ",\"object_id\":\"%s\",\"thread_id\":\"%s\"".formatted(post, post);
    return text + "}";
  }
}
