package groundswell.jobs.maintain;

import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.ingest.MemberKey;
import groundswell.jobs.ingest.NextKeys;
import groundswell.jobs.launch.Workbench;
import groundswell.schemas.Refusal;
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
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three members get new keys; nobody is mistaken for another, and nobody is new. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRotationTest extends SparkCase {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path folder;

  private static Workbench bench;
  private static String oldKey;
  private static List<Row> oldFacts;
  private static List<Row> oldNumbers;
  private static List<String> lines = new ArrayList<>();

  @BeforeAll
  static void aForumOfThreeOneOfWhomIsErased() throws IOException {
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
        act("1", "thread_created", "2026-01-05", "ada", null),
        act("2", "follow", "2026-01-06", "bo", "ada"),
        act("3", "thread_created", "2026-01-07", "cy", null),
        act("4", "follow", "1970-01-08", "bo", "ada"));
    new EraseMember(bench, "tea", key("cy")).run();
    new FactsJob().only(Set.of(CORE_FACT_INTERACTION, CORE_FACT_POST)).run(bench);
    oldKey = key("ada");
    oldFacts = rows(CORE_FACT_INTERACTION, "event_id", "source_number", "target_number");
    oldNumbers = rows(CORE_DIM_MEMBER, "member_number");
  }

  @Test
  @Order(1)
  void an_interrupted_change_lets_nothing_in_under_the_old_key() {
    NextKeys.begin(bench.warehouse());

    assertThatThrownBy(
            () -> write("february.jsonl", act("9", "thread_created", "2026-02-05", "x", null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("maintain rotate-key");
  }

  @Test
  @Order(2)
  @Tag("guarantee-24")
  void the_old_key_is_in_no_row_and_in_no_file_afterwards() {
    assertThat(new MemberTraces(bench, oldKey).search().rows()).isPositive();

    new KeyRotation(bench, lines::add).run(() -> {});

    assertThat(lines.get(0)).contains("2 members");
    assertThat(new MemberTraces(bench, oldKey).search().places()).isEmpty();
    assertThat(key("ada")).isNotEqualTo(oldKey);
    assertThat(new MemberTraces(bench, key("ada")).search().rows()).isPositive();
  }

  @Test
  @Order(3)
  @Tag("guarantee-24")
  void members_keep_their_numbers_and_facts_are_as_they_were() {
    assertThat(rows(CORE_DIM_MEMBER, "member_number")).isEqualTo(oldNumbers);
    assertThat(rows(CORE_FACT_INTERACTION, "event_id", "source_number", "target_number"))
        .isEqualTo(oldFacts);
    assertThat(
            bench
                .tables()
                .read(CORE_DIM_MEMBER)
                .where("member_key = '%s'".formatted(key("ada")))
                .selectExpr("member_number")
                .collectAsList())
        .containsExactly(row(0));
  }

  @Test
  @Order(4)
  void later_events_find_the_same_members() throws IOException {
    write("february.jsonl", act("5", "follow", "2026-02-05", "ada", "bo"));

    assertThat(rows(CORE_DIM_MEMBER, "member_number")).isEqualTo(oldNumbers);
    assertThat(rows(CORE_FACT_INTERACTION, "event_id", "source_number", "target_number"))
        .contains(row("5", 0, 1))
        .containsAll(oldFacts);
  }

  @Test
  @Order(5)
  void a_copy_of_an_old_event_is_known_and_who_was_erased_stays_out() throws IOException {
    write(
        "again.jsonl",
        act("1", "thread_created", "2026-01-05", "ada", null),
        act("3", "thread_created", "2026-01-07", "cy", null));

    assertThat(
            bench
                .tables()
                .read(META_RECONCILIATION)
                .where("source_file = 'again.jsonl'")
                .selectExpr("accepted", "duplicate", "rejected", "erased")
                .collectAsList())
        .containsExactly(row(0L, 1L, 0L, 1L));
  }

  @Test
  @Order(6)
  void keys_can_be_changed_again() throws IOException {
    String second = key("ada");

    new KeyRotation(bench, lines::add).run(() -> {});

    assertThat(new MemberTraces(bench, second).search().places()).isEmpty();
    assertThat(Files.readAllLines(bench.warehouse().resolve("pseudonym.key"))).hasSize(3);
    assertThat(rows(CORE_DIM_MEMBER, "member_number")).isEqualTo(oldNumbers);
  }

  private static String key(String id) {
    return MemberKey.of(bench.warehouse(), "tea", id, line -> {});
  }

  private static void write(String name, String... events) throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve(name);
    Files.writeString(file, String.join("\n", events) + "\n");
    IngestJob.of(folder.resolve("source.yaml"), folder.resolve("data")).run(bench);
    new FactsJob().only(Set.of(CORE_FACT_INTERACTION, CORE_FACT_POST)).run(bench);
  }

  private static List<Row> rows(Table table, String... columns) {
    return bench.tables().read(table).selectExpr(columns).orderBy(columns[0]).collectAsList();
  }

  private static String act(String id, String type, String day, String actor, String target) {
    String common =
        "{\"event_id\":\"%s\",\"event_type\":\"%s\",\"event_ts\":\"%sT10:00:00Z\",\"actor_id\":\"%s\",\"channel\":\"forum\""
            .formatted(id, type, day, actor);
    String more =
        target == null
            ? ",\"object_id\":\"post-%s\"}".formatted(id)
            : ",\"target_id\":\"%s\"}".formatted(target);
    return common + more;
  }
}
