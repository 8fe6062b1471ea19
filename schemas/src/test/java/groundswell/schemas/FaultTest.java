package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to fail has its exit code and its sentence. */
class FaultTest {
  @Test
  @Tag("guarantee-33")
  void a_refusal_deep_below_speaks_for_itself() {
    Refusal refusal = new Refusal(ExitCode.INPUT_MISSING, "No files in data/2024-05-01");

    Fault fault = Fault.of(new IllegalStateException("task failed", new Error(refusal)));

    assertThat(fault.code().number()).isEqualTo(11);
    assertThat(fault.sentence()).isEqualTo("No files in data/2024-05-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Disk quota exceeded",
        "[SQLITE_FULL] Insertion failed because database is full (database or disk is full)",
        "[SQLITE_IOERR_SHMSIZE] I/O error within xShmMap (disk I/O error)"
      })
  void a_full_disk_says_so(String message) {
    Fault fault = Fault.of(new UncheckedIOException(new IOException(message)));

    assertThat(fault.code().number()).isEqualTo(40);
    assertThat(fault.sentence()).contains("the disk is full").contains("nothing was published");
    assertThat(fault.isExpected()).isTrue();
  }

  @Test
  void a_read_only_warehouse_is_a_matter_of_configuration() {
    Fault fault = Fault.of(new UncheckedIOException(new AccessDeniedException("/data/warehouse")));

    assertThat(fault.code().number()).isEqualTo(10);
    assertThat(fault.sentence()).contains("must be writable");
  }

  @Test
  void anything_else_is_a_defect_of_the_program() {
    Fault fault = Fault.of(new ArithmeticException("/ by zero"));

    assertThat(fault.code()).isEqualTo(ExitCode.INTERNAL_FAULT);
    assertThat(fault.isExpected()).isFalse();
  }
}
