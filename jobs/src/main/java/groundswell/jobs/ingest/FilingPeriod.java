package groundswell.jobs.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Storage period that a rejection is filed under: that of the day on which the row was received,
 * else that of the day in the file's path, else 1970-01-01.
 */
final class FilingPeriod {
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)");
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  private final Community community;
  private final int ofFile;

  FilingPeriod(Community community, InputFile file) {
    this.community = community;
    LocalDate day = day(file.name());
    ofFile = day == null ? 0 : Math.toIntExact(community.storage().firstDay(day).toEpochDay());
  }

  /**
   * The day in a path such as {@code 2026-03-14.csv.gz} or {@code day=2026-03-14/a.avro}, or null.
   */
  static LocalDate day(String path) {
    Matcher matcher = DAY.matcher(path);
    try {
      return matcher.find() ? LocalDate.parse(matcher.group(1)) : null;
    } catch (DateTimeException fault) {
      return null;
    }
  }

  /** First day of the period [days since 1970]. */
  int of(Long receivedMicros) {
    if (receivedMicros == null) {
      return ofFile;
    }
    LocalDate day =
        Instant.EPOCH
            .plus(receivedMicros, ChronoUnit.MICROS)
            .atZone(community.zone())
            .toLocalDate();
    boolean isPlausible = !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    return isPlausible ? Math.toIntExact(community.storage().firstDay(day).toEpochDay()) : ofFile;
  }
}
