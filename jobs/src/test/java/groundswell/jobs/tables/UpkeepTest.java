package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the upkeep of a warehouse takes away, and what it leaves. */
class UpkeepTest extends WarehouseCase {
  private Upkeep upkeep;

  @BeforeEach
  void publishTwice() {
    publish(Slice.all(), communities("tea", "ski"));
    publish(Slice.all(), communities("tea", "cup"));
    upkeep = Upkeep.of(spark(), warehouse, Clock.systemUTC());
  }

  @Test
  @Tag("guarantee-26")
  void what_is_published_stays_and_all_else_goes() throws IOException {
    Path orphan = orphan();

    Upkeep.Removed removed = upkeep.removeAll();

    assertSame(communities("cup", "tea"), tables.read(CORE_DIM_COMMUNITY));
    assertThat(removed.snapshots()).isPositive();
    assertThat(orphan).doesNotExist();
    assertThat(upkeep.surplus()).isZero();
    assertThat(dataFiles()).containsExactlyInAnyOrderElementsOf(published().files());
  }

  @Test
  void nothing_younger_than_asked_for_is_touched() throws IOException {
    Path orphan = orphan();
    List<String> before = dataFiles();

    Upkeep.Removed removed = upkeep.removeOlderThan(Instant.EPOCH);

    assertThat(removed).isEqualTo(new Upkeep.Removed(0, 0, 0));
    assertThat(orphan).exists();
    assertThat(dataFiles()).containsExactlyElementsOf(before);
  }

  @Test
  void a_run_after_it_publishes_as_ever() {
    upkeep.removeAll();

    publish(Slice.all(), communities("tea"));

    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  private Path orphan() throws IOException {
    Path file = warehouse.resolve("core/dim_community/data/left-by-a-dead-task.parquet");
    return Files.writeString(file, "rows of nobody");
  }

  private PublishedTable published() {
    return Publication.read(warehouse).table(CORE_DIM_COMMUNITY).orElseThrow();
  }

  private List<String> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(warehouse.resolve("core/dim_community/data"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> warehouse.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
