package groundswell.jobs.facts;

import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which changes of its input a stage takes up: those of some communities, of some days.
 *
 * @param communities empty for all
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Selection(Set<String> communities, LocalDate from, LocalDate to) {
  /** Everything that changed. */
  public static final Selection EVERYTHING = new Selection(Set.of(), LocalDate.MIN, LocalDate.MAX);

  public Selection {
    communities = Set.copyOf(communities);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "--from must not be after --to but is %s > %s".formatted(from, to));
    }
  }

  /** Communities of which any input changed, in a selected portion, since the output used it. */
  public Set<String> changed(Tables tables, List<Table> inputs, Table output) {
    Set<String> changed = new TreeSet<>();
    inputs.forEach(input -> changed.addAll(changed(tables, input, output)));
    return changed;
  }

  /** Communities whose selected portions of {@code input} changed since {@code output} used it. */
  private Set<String> changed(Tables tables, Table input, Table output) {
    Set<String> changed = new TreeSet<>();
    for (Portion portion : tables.changedSince(input, OptionalLong.empty())) {
      if (!changed.contains(portion.communityId()) && isSelected(portion.communityId())) {
        OptionalLong used = tables.caughtUp(output, input, portion.communityId());
        if (tables.changedSince(input, used).stream()
            .anyMatch(touched -> takes(portion, touched))) {
          changed.add(portion.communityId());
        }
      }
    }
    return changed;
  }

  private boolean isSelected(String community) {
    return communities.isEmpty() || communities.contains(community);
  }

  /** A storage period may be a month or a year, so one that begins before the days counts too. */
  private boolean takes(Portion asked, Portion touched) {
    return touched.communityId().equals(asked.communityId())
        && touched
            .period()
            .map(first -> !first.isAfter(to) && !first.isBefore(firstDayOfYear(from)))
            .orElse(true);
  }

  private static LocalDate firstDayOfYear(LocalDate day) {
    return day.equals(LocalDate.MIN) ? day : day.withDayOfYear(1);
  }
}
