package groundswell.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Fault;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stage says of itself, to people and to machines. */
class StageReportTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

  private static final Summary SUMMARY =
      new Summary(1200, 30, 2, "marts-1f", List.of(Table.MART_LAUNCH));

  @Test
  void a_stage_says_its_rows_and_seconds() {
    StageReport report = new StageReport("marts", SUMMARY, 1.2345);

    assertThat(report.text()).isEqualTo("marts      1,200 rows in, 30 rows out, 2 rejected, 1.2 s");
    assertThat(report.json().toString())
        .isEqualTo(
            "{\"stage\":\"marts\",\"rows_in\":1200,\"rows_out\":30,\"rejected\":2,\"seconds\":1.235,"
                + "\"run_id\":\"marts-1f\",\"published\":[\"mart.launch\"]}");
  }

  @Test
  void a_stage_with_nothing_to_do_says_so() {
    Summary seenBefore = new Summary(0, 0, 0, "simulate-1f", List.of());

    assertThat(new StageReport("marts", Summary.NOTHING, 0.1).text())
        .isEqualTo("marts      nothing new (0.1 s)");
    assertThat(new StageReport("simulate", seenBefore, 0.1).text())
        .isEqualTo("simulate   nothing new (0.1 s)");
  }

  @Test
  void a_report_that_is_drawn_again_is_nothing_new() {
    assertThat(new Summary(12, 1, 0, "", List.of()).isNew()).isFalse();
    assertThat(SUMMARY.isNew()).isTrue();
  }

  @Test
  void a_log_line_carries_the_exit_code_and_the_reason() {
    Fault fault = Fault.of(new Refusal(ExitCode.INPUT_MISSING, "No files in data"));

    assertThat(LogLine.of("ingest", fault, NOON))
        .isEqualTo(
            "{\"ts\":\"2024-05-01T12:00:00Z\",\"level\":\"error\",\"event\":\"stage_failed\","
                + "\"stage\":\"ingest\",\"exit_code\":11,\"reason\":\"No files in data\"}");
  }
}
