package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.CORE_REJECTED_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a stage can learn about its inputs without reading them. */
class ChangesTest extends WarehouseCase {
  private static final Run INGEST = Run.of("ingest", Slice.all());

  @Test
  void rows_of_a_slice_are_counted_without_a_look_at_them() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01", "2024-05-02"));
    publishRejected(
        INGEST, Slice.communities(Set.of("cup")), rejected("cup", "2024-05-01", "2024-05-01"));

    assertThat(tables.rows(CORE_REJECTED_EVENT, Slice.all())).isEqualTo(4);
    assertThat(tables.rows(CORE_REJECTED_EVENT, Slice.communities(Set.of("cup")))).isEqualTo(2);
    assertThat(tables.rows(CORE_DIM_COMMUNITY, Slice.all())).isZero();
  }

  @Test
  void every_portion_has_changed_since_the_beginning() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01", "2024-05-02"));

    assertThat(tables.changedSince(CORE_REJECTED_EVENT, OptionalLong.empty()))
        .containsExactly(portion("tea", "2024-05-01"), portion("tea", "2024-05-02"));
  }

  @Test
  void only_the_replaced_period_has_changed_since_the_snapshot_before() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01", "2024-05-02"));
    OptionalLong before = tables.snapshotId(CORE_REJECTED_EVENT);

    publishRejected(
        INGEST.configuredBy("late"), period("tea", "2024-05-02"), rejected("tea", "2024-05-02"));

    assertThat(tables.changedSince(CORE_REJECTED_EVENT, before))
        .containsExactly(portion("tea", "2024-05-02"));
  }

  @Test
  void nothing_has_changed_since_the_published_snapshot() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01"));

    assertThat(tables.changedSince(CORE_REJECTED_EVENT, tables.snapshotId(CORE_REJECTED_EVENT)))
        .isEmpty();
  }

  @Test
  void an_emptied_period_has_changed() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01", "2024-05-02"));
    OptionalLong before = tables.snapshotId(CORE_REJECTED_EVENT);

    publishRejected(INGEST.configuredBy("erase"), period("tea", "2024-05-02"), rejected("tea"));

    assertThat(tables.changedSince(CORE_REJECTED_EVENT, before))
        .containsExactly(portion("tea", "2024-05-02"));
  }

  @Test
  void a_table_knows_up_to_which_snapshot_it_uses_its_input_per_community() {
    publishRejected(INGEST, Slice.all(), rejected("tea", "2024-05-01"));
    OptionalLong input = tables.snapshotId(CORE_REJECTED_EVENT);
    Run run = run(Slice.all()).reading(tables, CORE_REJECTED_EVENT).catchingUp(Set.of("tea"));

    publish(run, Slice.all(), communities("tea"));

    assertThat(tables.caughtUp(CORE_DIM_COMMUNITY, "tea"))
        .containsEntry(CORE_REJECTED_EVENT, input.getAsLong());
    assertThat(tables.caughtUp(CORE_DIM_COMMUNITY, "ski")).isEmpty();
  }

  private static Slice period(String communityId, String period) {
    return Slice.periods(communityId, Set.of(LocalDate.parse(period)));
  }

  private static Portion portion(String communityId, String period) {
    return new Portion(communityId, Optional.of(LocalDate.parse(period)));
  }
}
