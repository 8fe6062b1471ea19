package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static groundswell.schemas.Table.META_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.schemas.ContractViolation;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Publication;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers see while runs publish (rows 4, 5, 15 and 16 of the acceptance table). */
class PinnedReaderTest extends WarehouseCase {
  private static final int RUNS = 20;

  @Test
  @Tag("guarantee-4")
  void a_reader_that_polls_sees_only_what_whole_runs_published() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Set<String>> seen = threads.submit(() -> poll(isOver));
      for (int run = 0; run < RUNS; run++) {
        publishBoth(run);
      }
      isOver.set(true);
      assertThat(seen.get()).isNotEmpty().allMatch(counts -> counts.matches("(\\d+) \\1"));
    } finally {
      isOver.set(true);
      threads.shutdown();
    }
  }

  @Test
  @Tag("guarantee-5")
  void a_reader_pinned_to_a_publication_sees_its_rows_after_two_later_runs() {
    publishRejected(run(Slice.all()), Slice.all(), rejected("tea", "2024-05-01"));
    String pinned = publish(Slice.all(), communities("tea", "ski")).publication();
    publish(run(Slice.all()).configuredBy("2"), Slice.all(), communities("go"));
    publishRejected(run(Slice.all()).configuredBy("3"), Slice.all(), rejected("go", "2024-05-02"));

    assertSame(communities("ski", "tea"), pinned(pinned, CORE_DIM_COMMUNITY));
    assertSame(rejected("tea", "2024-05-01"), pinned(pinned, CORE_REJECTED_EVENT));
    assertSame(communities("go"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  @Tag("guarantee-5")
  void every_table_of_a_publication_has_its_tag_at_the_published_snapshot() {
    publishRejected(run(Slice.all()), Slice.all(), rejected("tea", "2024-05-01"));
    publish(Slice.all(), communities("tea"));

    Publication latest = Publication.read(warehouse);
    assertThat(latest.tables()).containsKeys(CORE_DIM_COMMUNITY, CORE_REJECTED_EVENT, META_RUN);
    latest
        .tables()
        .forEach(
            (table, state) -> {
              assertThat(iceberg(table).refs().get(latest.tag()).snapshotId())
                  .isEqualTo(state.snapshotId());
              assertThat(warehouse.resolve(state.metadata())).exists();
            });
  }

  @Test
  @Tag("guarantee-15")
  void a_failed_audit_leaves_main_and_tags_alone_and_keeps_the_branch() {
    publish(Slice.all(), communities("tea"));
    long main = iceberg(CORE_DIM_COMMUNITY).currentSnapshot().snapshotId();
    Run broken = run(Slice.all()).configuredBy("broken");

    assertThatThrownBy(() -> publish(broken, Slice.all(), communities("ski", "ski")))
        .isInstanceOf(ContractViolation.class)
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.AUDIT_FAILED);

    var table = iceberg(CORE_DIM_COMMUNITY);
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(main);
    assertThat(table.refs()).containsKey("ingest_" + broken.key());
    assertThat(table.refs().values().stream().filter(ref -> ref.isTag())).hasSize(1);
  }

  @Test
  @Tag("guarantee-16")
  void a_commit_between_branch_and_publication_is_a_conflict_and_not_lost() {
    publish(Slice.all(), communities("tea"));
    Draft slow = tables.draft(Run.of("maintain", Slice.all()));
    slow.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("slow"));
    iceberg(CORE_DIM_COMMUNITY)
        .newDelete()
        .deleteFromRowFilter(org.apache.iceberg.expressions.Expressions.alwaysTrue())
        .commit();
    long moved = iceberg(CORE_DIM_COMMUNITY).currentSnapshot().snapshotId();

    assertThatThrownBy(slow::publish)
        .hasMessageContaining("run the stage again")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.COMMIT_CONFLICT);
    assertThat(iceberg(CORE_DIM_COMMUNITY).currentSnapshot().snapshotId()).isEqualTo(moved);
  }

  @Test
  void tags_of_publications_age_out_with_the_upkeep_and_younger_ones_stay() {
    Instant now = Instant.now();
    String old = publishAt(now.minus(Duration.ofDays(20)), "old", "tea");
    String young = publishAt(now.minus(Duration.ofDays(5)), "young", "ski");
    publishAt(now, "latest", "go");

    upkeep(now).removeOlderThan(now.minus(Duration.ofDays(10)));

    assertThat(iceberg(CORE_DIM_COMMUNITY).refs())
        .containsKey("pub_" + young)
        .doesNotContainKey("pub_" + old);
    assertSame(communities("ski"), pinned(young, CORE_DIM_COMMUNITY));
  }

  @Test
  void tags_end_thirty_days_after_their_publication_whatever_the_age_of_the_snapshot() {
    Instant now = Instant.now();
    String old = publishAt(now.minus(Duration.ofDays(31)), "old", "tea");
    publishAt(now, "latest", "go");

    upkeep(now).removeOlderThan(Instant.EPOCH);

    assertThat(iceberg(CORE_DIM_COMMUNITY).refs()).doesNotContainKey("pub_" + old);
  }

  private void publishBoth(int run) {
    String[] ids = new String[run + 1];
    String[] days = new String[run + 1];
    for (int index = 0; index <= run; index++) {
      ids[index] = "c" + index;
      days[index] = "2024-05-%02d".formatted(index + 1);
    }
    Draft draft = tables.draft(run(Slice.all()).configuredBy("run " + run));
    draft.replace(CORE_DIM_COMMUNITY, Slice.all(), communities(ids));
    draft.replace(CORE_REJECTED_EVENT, Slice.all(), rejected("tea", days));
    draft.publish();
  }

  /** Row counts of both tables, as often as there is time for it. */
  private Set<String> poll(AtomicBoolean isOver) {
    Set<String> seen = new TreeSet<>();
    while (!isOver.get()) {
      Publication latest = Publication.read(warehouse);
      if (!latest.tables().isEmpty()) {
        seen.add(rows(latest, CORE_DIM_COMMUNITY) + " " + rows(latest, CORE_REJECTED_EVENT));
      }
    }
    return seen;
  }

  private long rows(Publication publication, Table table) {
    return spark()
        .read()
        .parquet(
            publication.table(table).orElseThrow().files().stream()
                .map(warehouse::resolve)
                .map(Path::toString)
                .toArray(String[]::new))
        .count();
  }

  private String publishAt(Instant instant, String settings, String community) {
    Clock clock = Clock.fixed(instant, ZoneOffset.UTC);
    Draft draft =
        IcebergTables.open(spark(), warehouse, clock)
            .draft(run(Slice.all()).configuredBy(settings));
    draft.replace(CORE_DIM_COMMUNITY, Slice.all(), communities(community));
    return draft.publish().publication();
  }

  private Upkeep upkeep(Instant now) {
    return Upkeep.of(spark(), warehouse, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Dataset<Row> pinned(String publication, Table table) {
    String name = Catalogue.open(spark(), warehouse).sparkName(table);
    return spark().sql("SELECT * FROM %s VERSION AS OF 'pub_%s'".formatted(name, publication));
  }

  private org.apache.iceberg.Table iceberg(Table table) {
    return Catalogue.open(spark(), warehouse).load(table);
  }
}
