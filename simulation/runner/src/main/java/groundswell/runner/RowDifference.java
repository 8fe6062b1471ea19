package groundswell.runner;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.*;

import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says which row of a table came out differently, the first in the order of its key. */
final class RowDifference {
  private static final String SIDE = "_side";

  private RowDifference() {}

  static String first(Table table, Dataset<Row> then, Dataset<Row> now) {
    Contract contract = Contracts.of(table);
    List<String> key = contract.key().isEmpty() ? contract.columnNames() : contract.key();
    Dataset<Row> lost = then.exceptAll(now).withColumn(SIDE, lit("then"));
    Dataset<Row> gained = now.exceptAll(then).withColumn(SIDE, lit("now"));
    List<Row> rows = lost.unionByName(gained).orderBy(order(key)).limit(2).collectAsList();
    Row row = rows.get(0);
    boolean isPair = rows.size() == 2 && text(key, row).equals(text(key, rows.get(1)));
    return "%s differs, first at %s: %s"
        .formatted(
            table,
            text(key, row),
            isPair ? changes(contract, rows.get(1), row) : "only the " + side(row) + " has it");
  }

  private static Column[] order(List<String> key) {
    return Stream.concat(key.stream(), Stream.of(SIDE))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static String side(Row row) {
    return row.getAs(SIDE).equals("then") ? "former run" : "new run";
  }

  private static String text(List<String> columns, Row row) {
    return columns.stream()
        .map(name -> name + " = " + row.getAs(name))
        .collect(joining(", ", "(", ")"));
  }

  private static String changes(Contract contract, Row then, Row now) {
    return contract.columnNames().stream()
        .filter(name -> !Objects.deepEquals(then.getAs(name), now.getAs(name)))
        .map(name -> "%s was %s and is %s".formatted(name, then.getAs(name), now.getAs(name)))
        .collect(joining("; "));
  }
}
