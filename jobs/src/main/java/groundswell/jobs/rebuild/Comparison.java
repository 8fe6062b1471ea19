package groundswell.jobs.rebuild;

import groundswell.jobs.tables.ChangedPortions;
import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.RowDifference;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Published rows beside those that a full rebuild gives. */
record Comparison(Tables published, Tables rebuilt, Slice slice) {
  private static final RowDifference DIFFERENCE = new RowDifference("published table", "rebuild");

  /** How a table differs, with the first row that does; empty when it is the same. */
  Optional<String> difference(Table table) {
    Contract contract = Contracts.of(table);
    Dataset<Row> before = published.read(table).filter(slice.filter());
    Dataset<Row> after = rebuilt.read(table).filter(slice.filter());
    NavigableSet<Portion> changed = ChangedPortions.between(contract, before, after);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    Column first = ChangedPortions.filter(changed.headSet(changed.first(), true));
    return Optional.of(
        "%s: %d portions (first %s)"
            .formatted(
                DIFFERENCE.first(table, before.filter(first), after.filter(first)),
                changed.size(),
                said(changed.first())));
  }

  private static String said(Portion portion) {
    return portion.communityId() + portion.period().map(period -> " " + period).orElse("");
  }
}
