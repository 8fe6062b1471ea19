package groundswell.jobs.lineage;

import groundswell.schemas.Table;
import java.util.Comparator;

/** A column that another one, or the choice of rows, is made from. */
public record Origin(Table table, String column, How how) implements Comparable<Origin> {
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::table).thenComparing(Origin::column).thenComparing(Origin::how);

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
