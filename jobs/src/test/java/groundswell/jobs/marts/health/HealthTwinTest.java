package groundswell.jobs.marts.health;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.facts.ArrivalFact;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of health against their twins in plain SQL, on logs with holes and much delay. */
class HealthTwinTest extends SparkCase {
  private static final List<String> EVENT =
      List.of(COMMUNITY_ID, EVENT_DATE, PERIOD, EVENT_ID, EVENT_TS, RECEIVED_TS);
  private static final List<String> REJECTED =
      List.of(COMMUNITY_ID, PERIOD, SOURCE_FILE, SOURCE_OFFSET, EVENT_TYPE, REASON, REJECTED_COUNT);

  private static Twins twins;
  private static Dataset<Row> events;
  private static Dataset<Row> arrivals;

  @BeforeAll
  static void make(@TempDir Path folder) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < 4_000; number++) {
      rows.add(event(random, number));
    }
    events = table(CORE_EVENT, EVENT, rows.toArray(Row[]::new));
    arrivals = ArrivalFact.from(events);
    twins = Twins.in(folder).with(CORE_EVENT, events).with(CORE_FACT_ARRIVAL, arrivals);
  }

  @AfterAll
  static void close() {
    twins.close();
  }

  @Test
  void arrivals_equal_their_twin() {
    twins.assertTwin(CORE_FACT_ARRIVAL, arrivals);
  }

  @Test
  void every_event_is_in_one_bin_of_delay() {
    assertThat(arrivals.selectExpr("sum(events)").first().getLong(0)).isEqualTo(events.count());
    assertThat(arrivals.select(DELAY_FROM_SECONDS).distinct().count()).isGreaterThan(8);
  }

  @Test
  void volume_equals_its_twin() {
    Dataset<Row> volume = Volume.from(arrivals);
    assertThat(volume.select(HEALTH_STATE).distinct().count()).isEqualTo(4);

    twins.assertTwin(META_VOLUME, volume);
  }

  @Test
  void freshness_equals_its_twin() {
    twins.assertTwin(META_FRESHNESS, Freshness.from(arrivals));
  }

  @Test
  void lateness_equals_its_twin() {
    twins.assertTwin(META_LATENESS, Lateness.from(arrivals));
  }

  @Test
  void the_summary_of_refusals_equals_its_twin() {
    Date january = Date.valueOf("2026-01-01");
    Dataset<Row> rejections =
        table(
            CORE_REJECTED_EVENT,
            REJECTED,
            row("hamlet", january, "b.csv", "7", null, "UNPARSEABLE", 3L),
            row("hamlet", january, "a.csv", "9", null, "UNPARSEABLE", 1L),
            row("hamlet", january, "a.csv", "10", "follow", "SELF_TIE", 1L),
            row("tea", january, "a.csv", "2", "follow", "SELF_TIE", 1L));
    Dataset<Row> summary = QuarantineSummary.from(rejections);

    assertThat(
            summary
                .where("reason = 'UNPARSEABLE'")
                .select(REJECTED_COUNT, SOURCE_FILES, EXAMPLE_FILE, EXAMPLE_OFFSET)
                .collectAsList())
        .containsExactly(row(4L, 2L, "a.csv", "9"));
    twins.with(CORE_REJECTED_EVENT, rejections).assertTwin(META_QUARANTINE_SUMMARY, summary);
  }

  /** Two communities, one that rests on Sundays; every tenth event late by up to 900 days. */
  private static Row event(Random random, int number) {
    boolean isHamlet = random.nextInt(4) > 0;
    Instant at = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(random.nextInt(90 * 86_400));
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (isHamlet && day.getDayOfWeek().getValue() == 7) {
      at = at.minus(Duration.ofDays(1));
      day = day.minusDays(1);
    }
    if (day.getDayOfYear() == 80) {
      at = Instant.parse("2026-03-20T10:00:00Z");
      day = LocalDate.parse("2026-03-20");
    }
    long late = random.nextInt(10) > 0 ? 5 : 1L << random.nextInt(27);
    return row(
        isHamlet ? "hamlet" : "tea",
        Date.valueOf(day),
        Date.valueOf(day.withDayOfMonth(1)),
        "e" + number,
        Timestamp.from(at),
        Timestamp.from(at.plusSeconds(late)));
  }
}
