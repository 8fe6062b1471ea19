package groundswell.jobs.ingest;

import java.time.LocalDate;
import java.util.Locale;

/** How much time one partition of a community's tables holds: the unit of replacement. */
enum StoragePeriod {
  DAY,
  MONTH,
  YEAR;

  LocalDate firstDay(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case MONTH -> date.withDayOfMonth(1);
      case YEAR -> date.withDayOfYear(1);
    };
  }

  /** As mappings and {@code core.dim_community} write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
