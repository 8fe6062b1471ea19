package groundswell.planning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the line says of the work done and of the time left. */
class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void the_time_left_comes_from_the_average_of_this_piece_of_work() {
    ProgressLine line = line();
    line.begin("histories", 220);
    nanos.addAndGet(11_000_000_000L);
    line.done(22);

    assertThat(said())
        .isEqualTo("simulate 22 of 220 histories, 10 % · 2.0/s · 01:39 left (01:24–01:54)");
  }

  @Test
  void the_next_piece_of_work_begins_with_a_clock_of_its_own() {
    ProgressLine line = line();
    line.begin("histories", 1);
    nanos.addAndGet(60_000_000_000L);
    line.done(1);
    line.begin("draws", 100);
    nanos.addAndGet(1_000_000_000L);
    line.done(50);

    assertThat(said())
        .endsWith("simulate 50 of 100 draws, 50 % · 50.0/s · 00:01 left (00:01–00:01)");
  }

  @Test
  void without_a_terminal_a_line_is_said_for_each_tenth_and_no_more() {
    drawAll(1_000_000_000L);

    assertThat(said().lines()).hasSize(10);
  }

  @Test
  void work_that_is_done_within_a_second_is_not_spoken_of() {
    drawAll(999_999L);

    assertThat(said()).isEmpty();
  }

  private void drawAll(long nanosEach) {
    ProgressLine line = line();
    line.begin("draws", 1_000);
    for (int draw = 0; draw < 1_000; draw++) {
      nanos.addAndGet(nanosEach);
      line.done(1);
    }
  }

  private ProgressLine line() {
    return new ProgressLine(new PrintWriter(err), false, nanos::get);
  }

  private String said() {
    return err.toString().strip();
  }
}
