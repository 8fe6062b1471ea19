package groundswell.jobs.tables;

import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Contracts;
import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a publication tells of itself in {@code meta.publication} and elsewhere. */
class PublicationRecordTest extends WarehouseCase {
  @Test
  void every_publication_tells_the_state_of_every_table() {
    publish(Slice.all(), communities("tea", "ski"));
    OptionalLong communities = tables.snapshotId(CORE_DIM_COMMUNITY);
    publishRejected(Run.of("ingest", Slice.all()), Slice.all(), rejected("tea", "2024-05-01"));
    long refused = tables.snapshotId(CORE_REJECTED_EVENT).getAsLong();

    assertThat(told("table_name", "snapshot_id", "table_rows", "is_changed", "rows_added"))
        .containsExactly(
            row("core.dim_community", communities.getAsLong(), 2L, true, 2L),
            row("core.dim_community", communities.getAsLong(), 2L, false, 0L),
            row("core.rejected_event", refused, 1L, true, 1L));
  }

  @Test
  void a_publication_bears_the_name_of_its_run_and_of_the_file_that_readers_see() {
    Published published = publish(Slice.all(), communities("tea"));

    assertThat(told("publication")).containsExactly(row(published.publication()));
    assertThat(Publication.read(warehouse).name()).isEqualTo(published.publication());
    assertThat(tables.read(META_RUN).select("run_id").collectAsList())
        .containsExactly(row(published.publication()));
  }

  @Test
  void every_contract_has_one_status_however_often_is_published() {
    publish(Slice.all(), communities("tea"));
    publish(run(Slice.all()).configuredBy("again"), Slice.all(), communities("tea"));

    assertThat(tables.read(META_CONTRACT_STATUS).count()).isEqualTo(Contracts.all().size());
    assertThat(
            tables
                .read(META_CONTRACT_STATUS)
                .where("contract_state = 'current'")
                .select("table_name")
                .orderBy("table_name")
                .collectAsList())
        .containsExactly(
            row("core.dim_community"),
            row("meta.contract_status"),
            row("meta.publication"),
            row("meta.run"));
  }

  @Test
  void a_table_of_an_older_or_newer_contract_is_told() {
    PublishedTable old = new PublishedTable("m", 1, 1, "0.10.0", List.of());
    PublishedTable young = new PublishedTable("m", 1, 1, "10.0.0", List.of());
    Publication next =
        new Publication(
            "000002-x",
            Instant.EPOCH,
            Optional.of(LocalDate.EPOCH),
            Map.of(MART_LAUNCH, old, MART_LTV, young));

    assertThat(new PublicationRecord(next, "x", Map.of()).contracts())
        .filteredOn(row -> List.of("mart.launch", "mart.ltv", "mart.arpu").contains(row.get(0)))
        .extracting(row -> row.get(0), row -> row.get(3))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("mart.arpu", "not_published"),
            org.assertj.core.groups.Tuple.tuple("mart.launch", "behind"),
            org.assertj.core.groups.Tuple.tuple("mart.ltv", "ahead"));
  }

  @Test
  void what_is_told_keeps_its_own_contract() {
    publish(Slice.all(), communities("tea"));

    for (var table : List.of(META_RUN, META_PUBLICATION, META_CONTRACT_STATUS)) {
      new ContractCheck(spark(), tables::read)
          .audit(
              new Audited(
                  Contracts.of(table),
                  tables.read(table),
                  Optional.empty(),
                  1,
                  java.util.Set.of()));
    }
  }

  private List<Row> told(String... columns) {
    return tables
        .read(META_PUBLICATION)
        .orderBy("publication", "table_name")
        .selectExpr(columns)
        .collectAsList();
  }
}
