package groundswell.jobs.marts.mart;

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
    Set<Table> named = new HashSet<>(wanted);
    int before;
    do {
      before = named.size();
      marts.stream()
          .filter(mart -> named.contains(mart.table()))
          .toList()
          .forEach(mart -> named.addAll(mart.reads()));
    } while (named.size() > before);
    return marts.stream().filter(mart -> named.contains(mart.table())).toList();
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
