package groundswell.generate;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What is asked of the synthetic community. Two equal records give the same bytes.
 *
 * @param members people whom the community can reach [members], in [1, 9,999,999]
 * @param days length of the log [days], in [1, 3,660]
 * @param seed stream seed of every draw
 * @param from first local day
 * @param zone zone in which the community cuts its days
 * @param defects how dirty the log is
 * @param format how the events are written
 */
public record Parameters(
    int members, int days, long seed, LocalDate from, ZoneId zone, Defects defects, Format format)
    implements Serializable {
  /** The calendar that the rates are stated for [days]. */
  private static final double USUAL_DAYS = 120;

  public Parameters {
    requireWithin("members", members, 9_999_999);
    requireWithin("days", days, 3_660);
    if (from.getYear() < 2001 || from.getYear() > 2200) {
      throw new IllegalArgumentException(
          "from must be in [2001-01-01, 2200-12-31] but is %s".formatted(from));
    }
  }

  /** How much faster than over 120 days the community runs through its calendar [1]. */
  public double pace() {
    return USUAL_DAYS / days;
  }

  /** The same community with another number of people, days and seed. */
  public Parameters sized(int newMembers, int newDays, long newSeed) {
    return new Parameters(newMembers, newDays, newSeed, from, zone, defects, format);
  }

  /** The same community, its log as dirty as {@code newDefects} says. */
  public Parameters dirtied(Defects newDefects) {
    return new Parameters(members, days, seed, from, zone, newDefects, format);
  }

  /** The same events in another format. */
  public Parameters written(Format newFormat) {
    return new Parameters(members, days, seed, from, zone, defects, newFormat);
  }

  private static void requireWithin(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be in [1, %d] but is %d".formatted(name, most, value));
    }
  }
}
