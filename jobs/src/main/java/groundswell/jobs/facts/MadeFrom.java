package groundswell.jobs.facts;

import groundswell.schemas.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Which tables others need. */
public final class MadeFrom {
  private MadeFrom() {}

  /**
   * Some tables, and all that they are made from, directly or over others.
   *
   * @param parts what one table is made from; empty for a table that nothing is known of
   */
  public static Set<Table> closed(Set<Table> wanted, Function<Table, Set<Table>> parts) {
    Set<Table> closed = new HashSet<>(wanted);
    Deque<Table> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      parts.apply(open.pop()).stream().filter(closed::add).forEach(open::push);
    }
    return closed;
  }
}
