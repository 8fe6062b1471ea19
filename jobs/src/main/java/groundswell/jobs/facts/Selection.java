package groundswell.jobs.facts;

import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /** Communities of which any input changed, in a selected portion, since an output used it. */
  public Set<String> changed(Tables tables, Collection<Table> inputs, Collection<Table> outputs) {
    Changes changes = new Changes(tables);
    Set<String> changed = present(changes, inputs);
    changed.removeIf(community -> !isBehind(changes, inputs, outputs, community));
    return changed;
  }

  /** Communities of which any input holds something. */
  Set<String> present(Tables tables, Collection<Table> inputs) {
    return present(new Changes(tables), inputs);
  }

  private Set<String> present(Changes changes, Collection<Table> inputs) {
    return inputs.stream()
        .flatMap(input -> changes.all(input).stream())
        .map(Portion::communityId)
        .filter(this::isSelected)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isBehind(
      Changes changes, Collection<Table> inputs, Collection<Table> outputs, String community) {
    for (Table output : outputs) {
      Map<Table, Long> used = changes.tables().caughtUp(output, community);
      for (Table input : inputs) {
        if (changes.since(input, used.get(input)).stream()
            .anyMatch(touched -> takes(community, touched))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSelected(String community) {
    return communities.isEmpty() || communities.contains(community);
  }

  /** A storage period may be a month or a year, so one that begins before the days counts too. */
  private boolean takes(String community, Portion touched) {
    return touched.communityId().equals(community)
        && touched
            .period()
            .map(first -> !first.isAfter(to) && !first.isBefore(firstDayOfYear(from)))
            .orElse(true);
  }

  private static LocalDate firstDayOfYear(LocalDate day) {
    return day.equals(LocalDate.MIN) ? day : day.withDayOfYear(1);
  }

  /** What changed since which snapshot; outputs of one run ask the same again and again. */
  private record Changes(Tables tables, Map<String, Set<Portion>> known) {
    Changes(Tables tables) {
      this(tables, new HashMap<>());
    }

    Set<Portion> all(Table input) {
      return since(input, null);
    }

    /** All of it when no snapshot is given. */
    Set<Portion> since(Table input, Long snapshot) {
      return known.computeIfAbsent(
          input + "@" + snapshot,
          key ->
              tables.changedSince(
                  input, snapshot == null ? OptionalLong.empty() : OptionalLong.of(snapshot)));
    }
  }
}
