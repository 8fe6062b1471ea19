package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real forum through ingest: every row of every file is accounted for. */
class BicyclesTest extends SparkCase {
  @TempDir private static Path folder;

  private static Ingested ingested;

  @BeforeAll
  static void ingest() {
    ingested =
        Ingested.of(
            spark(),
            folder.resolve("warehouse"),
            Examples.path("bicycles/source.yaml"),
            Examples.path("bicycles/data"));
  }

  @Test
  void every_row_of_every_file_is_read() throws IOException {
    assertThat(ingested.accounts()).hasSize(8);
    for (Row account : ingested.accounts()) {
      long rows =
          Examples.lines(Examples.path("bicycles/data").resolve(account.getString(0))).stream()
              .filter(line -> line.stripLeading().startsWith("<row "))
              .count();
      assertThat(account.getLong(1)).as(account.getString(0)).isEqualTo(rows);
    }
  }

  @Test
  void what_was_read_is_accepted_or_copied_or_refused() {
    for (Row account : ingested.accounts()) {
      assertThat(account.getLong(3) + account.getLong(4) + account.getLong(5))
          .isEqualTo(account.getLong(2));
    }
    assertThat(ingested.events().count()).isEqualTo(ingested.summary().rowsOut());
  }

  @Test
  void only_rows_that_mean_nothing_are_refused() {
    assertThat(ingested.reasons()).containsOnlyKeys("IGNORED");
  }

  @Test
  void the_same_files_again_change_nothing() {
    var snapshot = ingested.tables().snapshotId(groundswell.schemas.Table.CORE_EVENT);

    Ingested again =
        ingested.again(Examples.path("bicycles/source.yaml"), Examples.path("bicycles/data"));

    assertThat(again.summary().rowsIn()).isZero();
    assertThat(again.tables().snapshotId(groundswell.schemas.Table.CORE_EVENT)).isEqualTo(snapshot);
  }
}
