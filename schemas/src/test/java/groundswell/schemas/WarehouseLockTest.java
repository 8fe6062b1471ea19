package groundswell.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer per warehouse, and what the second one is told. */
class WarehouseLockTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path warehouse;

  @Test
  void the_second_run_is_told_who_holds_the_lock_and_since_when() {
    try (WarehouseLock first = hold("marts")) {
      assertThatThrownBy(() -> hold("ingest"))
          .hasMessageContaining(first.warehouse().toString())
          .hasMessageContaining(
              "'marts' (process %d, since 2024-05-01T12:00:00Z)"
                  .formatted(ProcessHandle.current().pid()))
          .extracting(fault -> ((Refusal) fault).code())
          .isEqualTo(ExitCode.LOCK_HELD);
    }
  }

  @Test
  void a_refused_run_does_not_take_the_lock_from_its_holder() {
    try (WarehouseLock first = hold("marts")) {
      assertThatThrownBy(() -> hold("ingest")).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> hold("ingest")).hasMessageContaining(first.warehouse().toString());
    }
  }

  @Test
  void a_released_lock_can_be_taken_again() {
    hold("marts").close();

    try (WarehouseLock second = hold("ingest")) {
      assertThat(second.warehouse()).exists();
    }
  }

  @Test
  void another_process_is_named_and_its_death_frees_the_lock() throws IOException {
    Process holder = otherProcess();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8))) {
      assertThat(said.readLine()).startsWith("held");
      assertThatThrownBy(() -> hold("ingest"))
          .hasMessageContaining("'marts' (process " + holder.pid());
    } finally {
      holder.destroyForcibly().onExit().join();
    }

    assertThat(warehouse.resolve(".lock-holder")).exists();
    try (WarehouseLock heir = hold("ingest")) {
      assertThat(Files.readString(heir.warehouse().resolve(".lock-holder"))).contains("'ingest'");
    }
  }

  @Test
  void a_warehouse_that_cannot_be_made_is_a_sentence() throws IOException {
    Path file = Files.writeString(warehouse.resolve("file"), "in the way");

    assertThatThrownBy(() -> WarehouseLock.hold(file, "marts", NOON))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Cannot write to the warehouse " + file);
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            warehouse.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private WarehouseLock hold(String command) {
    return WarehouseLock.hold(warehouse, command, NOON);
  }
}
