package groundswell.jobs.ingest;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.time.LocalDate;

/**
 * The days that a run takes in, both ends included.
 *
 * @param from first day, or null for the beginning
 * @param to last day, or null for the end
 */
record DayRange(LocalDate from, LocalDate to) {

  DayRange {
    if (from != null && to != null && to.isBefore(from)) {
      throw new Refusal(
          ExitCode.USAGE, "--to must not be before --from %s but is %s".formatted(from, to));
    }
  }

  /** From the three options, of which {@code day} excludes the others. */
  static DayRange of(LocalDate day, LocalDate from, LocalDate to) {
    if (day != null && (from != null || to != null)) {
      throw new Refusal(ExitCode.USAGE, "--day stands alone: leave out --from and --to");
    }
    return day == null ? new DayRange(from, to) : new DayRange(day, day);
  }

  boolean isAll() {
    return from == null && to == null;
  }

  /** True when files of a day, or of none, belong to the run. */
  boolean holds(LocalDate day) {
    if (isAll()) {
      return true;
    }
    return day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** As it goes on after "Cannot ingest". */
  @Override
  public String toString() {
    if (isAll()) {
      return "";
    }
    return from != null && from.equals(to)
        ? " " + from
        : " " + (from == null ? "…" : from) + " to " + (to == null ? "…" : to);
  }
}
