package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.META_RUN;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Contracts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down of a run (row 20 of the acceptance table). */
class RunManifestTest extends WarehouseCase {
  private static final RunSource SOURCE =
      new RunSource("/a/source.yaml", "ab12", "/a", "cd34", 3, Optional.empty(), Optional.empty());

  @Test
  @Tag("guarantee-20")
  void a_manifest_reads_back_as_it_was_written() {
    Run run = run(Slice.all()).configuredBy("a").madeBy("c0de").readingFiles(List.of(SOURCE));
    Published first = publish(run, Slice.all(), communities("tea"));
    Published second = publish(run.configuredBy("b"), Slice.all(), communities("ski"));

    ManifestFile manifests = ManifestFile.in(warehouse);
    RunManifest manifest = manifests.read(second.publication());

    assertThat(manifests.ids()).containsExactly(first.publication(), second.publication());
    assertThat(manifest.written()).isEqualTo(second.tables());
    assertThat(manifest.base()).isEqualTo(first.publication());
    assertThat(manifest.published())
        .containsEntry(CORE_DIM_COMMUNITY, first.tables().get(CORE_DIM_COMMUNITY).snapshotId());
    assertThat(manifest.run().sources()).containsExactly(SOURCE);
    assertThat(manifest.run().codeVersion()).isEqualTo("c0de");
    assertThat(manifest.origin().eventSchemas()).matches("[0-9a-f]{8}");
    assertThat(manifest.origin().contracts())
        .containsEntry(CORE_DIM_COMMUNITY, Contracts.of(CORE_DIM_COMMUNITY).version());
    assertThat(manifest.origin().spark()).containsEntry("spark.sql.session.timeZone", "UTC");
  }

  @Test
  @Tag("guarantee-20")
  void the_row_of_a_run_says_the_same_as_its_file() {
    String id =
        publish(run(Slice.all()).readingFiles(List.of(SOURCE)), Slice.all(), communities("tea"))
            .publication();
    RunManifest manifest = ManifestFile.in(warehouse).read(id);

    Row row = tables.read(META_RUN).first();

    assertThat(row.<String>getAs("run_id")).isEqualTo(id);
    assertThat(row.<String>getAs("mapping_hashes")).isEqualTo("/a/source.yaml=ab12");
    assertThat(row.<String>getAs("event_schemas")).isEqualTo(manifest.origin().eventSchemas());
    assertThat(row.<String>getAs("spark_settings")).contains("spark.sql.session.timeZone=UTC");
    assertThat(row.<String>getAs("base_publication")).isEqualTo("000000-empty");
  }

  @Test
  void what_may_be_a_secret_is_not_written_down() {
    Map<String, String> shown =
        SparkSettings.shown(
            Map.of(
                "spark.hadoop.fs.s3a.secret.key", "s3cret",
                "spark.hadoop.fs.s3a.access.key", "s3cret",
                "spark.sql.catalog.gs.jdbc.password", "s3cret",
                "spark.sql.catalog.gs.uri", "jdbc:postgresql://ann:s3cret@db/gs",
                "spark.jars.repositories", "https://host/?token=s3cret",
                "spark.sql.shuffle.partitions", "2",
                "spark.app.id", "local-1"));

    assertThat(shown.toString()).doesNotContain("s3cret");
    assertThat(shown).hasSize(6).containsEntry("spark.sql.shuffle.partitions", "2");
  }
}
