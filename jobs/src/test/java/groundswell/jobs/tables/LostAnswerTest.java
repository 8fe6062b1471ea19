package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static groundswell.schemas.Table.META_RUN;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Publication;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit that was made and of which nobody was told, at every commit of a run. Whatever the run
 * makes of it, the state is the old or the new one, and a run after it leaves the rows once.
 */
class LostAnswerTest extends groundswell.jobs.SparkCase {
  private static ForgetfulDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws SQLException {
    database = ForgetfulDatabase.install();
  }

  @AfterAll
  static void remove() throws SQLException {
    database.close();
  }

  @Test
  @Tag("guarantee-3")
  void a_connection_that_breaks_after_a_commit_leaves_every_row_once() {
    loseEachAnswer(() -> new SQLNonTransientConnectionException("connection reset"));
  }

  @Test
  @Tag("guarantee-3")
  void a_fault_that_nobody_knows_after_a_commit_leaves_every_row_once() {
    loseEachAnswer(() -> new SQLException("something happened"));
  }

  private void loseEachAnswer(Supplier<SQLException> how) {
    int commit = 1;
    do {
      Path warehouse = folder.resolve("warehouse " + commit);
      append(warehouse, "tea", "first");
      database.loseAnswer(commit, how);
      String outcome = appendOrFail(warehouse);
      boolean isOver = database.isWaiting();
      database.loseAnswer(0, how);

      assertThat(ids(warehouse)).as("after commit %d: %s", commit, outcome).isIn("tea", "ski tea");
      if (ids(warehouse).equals("tea")) {
        append(warehouse, "ski", "second");
      }
      assertThat(ids(warehouse)).as("after commit %d: %s", commit, outcome).isEqualTo("ski tea");
      assertThat(open(warehouse).read(META_RUN).count()).isEqualTo(2);
      if (isOver) {
        assertThat(commit).isGreaterThan(4);
        return;
      }
      commit++;
    } while (true);
  }

  private static String appendOrFail(Path warehouse) {
    String before = Publication.read(warehouse).name();
    try {
      append(warehouse, "ski", "second");
      return "published";
    } catch (RuntimeException fault) {
      assertThat(Publication.read(warehouse).name()).isEqualTo(before);
      return fault.toString();
    }
  }

  private static void append(Path warehouse, String id, String configuration) {
    Draft draft = open(warehouse).draft(WarehouseCase.run(Slice.all()).configuredBy(configuration));
    draft.append(CORE_DIM_COMMUNITY, WarehouseCase.communities(id));
    draft.publish();
  }

  private static String ids(Path warehouse) {
    return open(warehouse).read(CORE_DIM_COMMUNITY).orderBy("community_id").collectAsList().stream()
        .map(row -> row.<String>getAs("community_id"))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static Tables open(Path warehouse) {
    return IcebergTables.open(spark(), warehouse, Clock.systemUTC());
  }
}
