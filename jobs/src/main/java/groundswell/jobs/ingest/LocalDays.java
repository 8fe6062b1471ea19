package groundswell.jobs.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Local day of an instant in one zone, and the storage period of that day. Remembers the last day,
 * as logs run along time. One instance per thread.
 */
final class LocalDays {
  private final ZoneId zone;
  private final StoragePeriod storage;
  private long fromMicros;
  private long untilMicros;
  private int day;
  private int period;

  LocalDays(ZoneId zone, StoragePeriod storage) {
    this.zone = zone;
    this.storage = storage;
  }

  /** Local day of an instant [days since 1970]. */
  int day(long micros) {
    seek(micros);
    return day;
  }

  /** First day of the storage period of an instant [days since 1970]. */
  int period(long micros) {
    seek(micros);
    return period;
  }

  private void seek(long micros) {
    if (micros >= fromMicros && micros < untilMicros) {
      return;
    }
    Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    LocalDate date = instant.atZone(zone).toLocalDate();
    fromMicros = EventRules.micros(date.atStartOfDay(zone).toInstant());
    untilMicros = EventRules.micros(date.plusDays(1).atStartOfDay(zone).toInstant());
    day = Math.toIntExact(date.toEpochDay());
    period = Math.toIntExact(storage.firstDay(date).toEpochDay());
  }
}
