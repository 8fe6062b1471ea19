package groundswell.jobs.rebuild;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;

import groundswell.jobs.tables.ChangedPortions;
import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Published rows beside those that a full rebuild gives. */
record Comparison(Tables published, Tables rebuilt, Slice slice) {
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
    Dataset<Row> old = before.filter(first);
    Dataset<Row> fresh = after.filter(first);
    return Optional.of(
        "%s differs in %d of its portions, first in %s:\n    published %s\n    rebuilt   %s"
            .formatted(
                table,
                changed.size(),
                said(changed.first()),
                firstRow(contract, old.exceptAll(fresh)),
                firstRow(contract, fresh.exceptAll(old))));
  }

  private static String said(Portion portion) {
    return portion.communityId() + portion.period().map(period -> " " + period).orElse("");
  }

  private static String firstRow(Contract contract, Dataset<Row> rows) {
    Column[] shown =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !field.dataType().equals(DataTypes.BinaryType))
            .map(field -> col(field.name()))
            .toArray(Column[]::new);
    Column[] order = contract.key().stream().map(name -> col(name)).toArray(Column[]::new);
    return rows
        .select(shown)
        .orderBy(order.length == 0 ? shown : order)
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst()
        .map(Comparison::text)
        .orElse("has no row more");
  }

  private static String text(Row row) {
    return IntStream.range(0, row.size())
        .filter(index -> !row.isNullAt(index))
        .mapToObj(index -> row.schema().fieldNames()[index] + ": " + row.get(index))
        .collect(joining(", ", "{", "}"));
  }
}
