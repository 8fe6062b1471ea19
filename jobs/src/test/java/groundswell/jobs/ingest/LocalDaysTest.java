package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local day of an instant, on days of 23, 24 and 25 hours. */
class LocalDaysTest {
  @Test
  void a_day_ends_at_midnight_of_the_zone_not_of_utc() {
    LocalDays days = new LocalDays(ZoneId.of("Asia/Shanghai"), StoragePeriod.DAY);

    assertThat(day(days, "2026-03-13T15:59:59.999999Z")).isEqualTo(LocalDate.of(2026, 3, 13));
    assertThat(day(days, "2026-03-13T16:00:00Z")).isEqualTo(LocalDate.of(2026, 3, 14));
  }

  @Test
  void every_hour_of_short_and_long_days_falls_in_the_day_that_the_zone_says() {
    for (String name :
        new String[] {
          "Africa/Cairo", "America/New_York", "Australia/Lord_Howe", "Europe/London", "Pacific/Apia"
        }) {
      ZoneId zone = ZoneId.of(name);
      LocalDays days = new LocalDays(zone, StoragePeriod.DAY);
      Instant instant = Instant.parse("2011-12-01T00:00:00Z");
      for (int halfHour = 0; halfHour < 2 * 24 * 400; halfHour++) {
        assertThat(days.day(EventRules.micros(instant)))
            .as("%s in %s", instant, name)
            .isEqualTo((int) instant.atZone(zone).toLocalDate().toEpochDay());
        instant = instant.plusSeconds(1_800);
      }
    }
  }

  /** As the zones' rules say: clocks go by an hour, in Lord Howe by half of one. */
  @ParameterizedTest
  @Tag("guarantee-31")
  @CsvSource({
    "Asia/Shanghai, 2026-03-14, 48",
    "Asia/Shanghai, 1988-04-17, 46",
    "Asia/Shanghai, 1988-09-11, 50",
    "Africa/Cairo, 2026-04-24, 46",
    "Africa/Cairo, 2026-10-29, 50",
    "America/New_York, 2026-03-08, 46",
    "America/New_York, 2026-11-01, 50",
    "Australia/Lord_Howe, 2026-10-04, 47",
    "Australia/Lord_Howe, 2026-04-05, 49"
  })
  void a_day_has_as_many_half_hours_as_its_zone_gives_it(
      String zone, LocalDate day, int expectedHalfHours) {
    LocalDays days = new LocalDays(ZoneId.of(zone), StoragePeriod.DAY);
    Instant before = day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    long halfHours =
        IntStream.range(0, 2 * 24 * 3)
            .mapToObj(step -> before.plusSeconds(1_800L * step))
            .filter(instant -> days.day(EventRules.micros(instant)) == day.toEpochDay())
            .count();

    assertThat(halfHours).isEqualTo(expectedHalfHours);
  }

  @Test
  void a_period_begins_with_its_first_local_day() {
    LocalDays months = new LocalDays(ZoneId.of("Europe/London"), StoragePeriod.MONTH);

    assertThat(LocalDate.ofEpochDay(months.period(micros("2026-06-30T23:30:00Z"))))
        .isEqualTo(LocalDate.of(2026, 7, 1));
  }

  private static LocalDate day(LocalDays days, String instant) {
    return LocalDate.ofEpochDay(days.day(micros(instant)));
  }

  private static long micros(String instant) {
    return EventRules.micros(Instant.parse(instant));
  }
}
