package groundswell.jobs.marts.mart;

import groundswell.jobs.facts.MadeFrom;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which marts can be built together: each after the marts that it reads. */
public final class MartOrder {
  private MartOrder() {}

  /**
   * Cuts marts into steps.
   *
   * @throws IllegalArgumentException when marts wait for each other
   */
  public static List<List<Mart>> steps(Collection<Mart> marts) {
    List<List<Mart>> steps = new ArrayList<>();
    Set<Mart> waiting = new LinkedHashSet<>(marts);
    while (!waiting.isEmpty()) {
      Set<Table> missing = tables(waiting);
      List<Mart> step =
          waiting.stream()
              .filter(mart -> mart.reads().stream().noneMatch(missing::contains))
              .toList();
      if (step.isEmpty()) {
        throw new IllegalArgumentException("Marts wait for each other: %s".formatted(missing));
      }
      steps.add(step);
      step.forEach(waiting::remove);
    }
    return steps;
  }

  /** The marts of some tables, and those that they are made from. */
  public static List<Mart> closed(Collection<Mart> marts, Set<Table> wanted) {
    Set<Table> closed = MadeFrom.closed(wanted, table -> reads(marts, table));
    return marts.stream().filter(mart -> closed.contains(mart.table())).toList();
  }

  /** What the mart of a table reads; nothing if the table is no mart. */
  public static Set<Table> reads(Collection<Mart> marts, Table table) {
    return marts.stream()
        .filter(mart -> mart.table().equals(table))
        .findFirst()
        .map(Mart::reads)
        .orElse(Set.of());
  }

  /** The tables of marts, in their order. */
  public static Set<Table> tables(Collection<Mart> marts) {
    return marts.stream().map(Mart::table).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What marts read that no other mart among them is. */
  public static Set<Table> inputs(Collection<Mart> marts) {
    Set<Table> inputs = new HashSet<>();
    marts.forEach(mart -> inputs.addAll(mart.reads()));
    inputs.removeAll(tables(marts));
    return inputs;
  }
}
