package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Publication;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a compaction changes: files, and nothing that anybody reads. */
class CompactionTest extends WarehouseCase {
  private static final int NIGHTS = 5;

  private Run last;

  @BeforeEach
  void ingestNightByNight() {
    for (int night = 0; night < NIGHTS; night++) {
      last = night(night);
      Draft draft = tables.draft(last);
      draft.append(CORE_REJECTED_EVENT, rejected("tea", "2024-05-01"));
      draft.append(CORE_REJECTED_EVENT, rejected("cup", "2024-05-0" + (night + 1)));
      draft.publish();
    }
  }

  @Test
  void many_small_files_of_a_partition_become_one_and_a_single_file_stays() {
    List<String> before = files();
    assertThat(before).hasSize(2 * NIGHTS);

    Compaction.Rewritten done = compact();

    assertThat(done).isEqualTo(new Compaction.Rewritten(3, 3 * NIGHTS, 3, done.bytes()));
    assertThat(files()).hasSize(1 + NIGHTS);
    assertThat(before).containsAll(files().stream().filter(file -> file.contains("cup")).toList());
  }

  @Test
  @Tag("guarantee-26")
  void rows_are_the_same_before_and_after() {
    List<Row> before = rows();

    compact();

    assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(tables.rows(CORE_REJECTED_EVENT, Slice.all())).isEqualTo(before.size());
  }

  @Test
  void no_stage_sees_a_change() {
    OptionalLong seen = tables.snapshotId(CORE_REJECTED_EVENT);
    String key = run(Slice.all()).reading(tables, CORE_REJECTED_EVENT).key();

    compact();

    assertThat(tables.snapshotId(CORE_REJECTED_EVENT)).isEqualTo(seen);
    assertThat(tables.changedSince(CORE_REJECTED_EVENT, seen)).isEmpty();
    assertThat(run(Slice.all()).reading(tables, CORE_REJECTED_EVENT).key()).isEqualTo(key);
    assertThat(tables.isDone(last)).isTrue();
    assertThat(tables.caughtUp(CORE_REJECTED_EVENT, "tea")).isNotNull();
  }

  @Test
  void a_change_after_it_is_seen_alone_also_when_all_history_has_expired() {
    OptionalLong seen = tables.snapshotId(CORE_REJECTED_EVENT);
    compact();
    Upkeep.of(spark(), warehouse, Clock.systemUTC())
        .removeOlderThan(Instant.parse("3000-01-01T00:00:00Z"));
    assertThat(tables.changedSince(CORE_REJECTED_EVENT, seen)).isEmpty();

    publishRejected(
        night(99),
        Slice.periods("cup", Set.of(LocalDate.parse("2024-05-02"))),
        rejected("cup", "2024-05-02"));

    assertThat(tables.changedSince(CORE_REJECTED_EVENT, seen))
        .containsExactly(new Portion("cup", Optional.of(LocalDate.parse("2024-05-02"))));
  }

  @Test
  void a_second_compaction_finds_nothing_to_do() {
    compact();
    String publication = Publication.read(warehouse).name();

    assertThat(compact()).isEqualTo(Compaction.Rewritten.NOTHING);
    assertThat(Publication.read(warehouse).name()).isEqualTo(publication);
  }

  @Test
  void a_reader_of_the_state_before_still_finds_its_files() {
    List<String> before = files();

    compact();

    assertThat(before).allSatisfy(file -> assertThat(warehouse.resolve(file)).exists());
  }

  private static Run night(int night) {
    return Run.of("ingest", Slice.all())
        .writing(CORE_REJECTED_EVENT)
        .configuredBy("night " + night)
        .catchingUp(Set.of("tea"));
  }

  private Compaction.Rewritten compact() {
    return Compaction.of(spark(), warehouse, Clock.systemUTC()).run();
  }

  private List<Row> rows() {
    return tables.read(CORE_REJECTED_EVENT).drop("raw").collectAsList();
  }

  private List<String> files() {
    return Publication.read(warehouse).table(CORE_REJECTED_EVENT).orElseThrow().files();
  }
}
