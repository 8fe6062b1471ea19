package groundswell.jobs.tables;

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

/**
 * Says which row of a table came out differently, the first in the order of its key.
 *
 * @param then what the former rows are called
 * @param now what the new ones are called
 */
public record RowDifference(String then, String now) {
  private static final String SIDE = "_side";

  /** The first row that two sets of rows, which are not equal, do not share. */
  public String first(Table table, Dataset<Row> former, Dataset<Row> fresh) {
    Contract contract = Contracts.of(table);
    List<String> key = contract.key().isEmpty() ? contract.columnNames() : contract.key();
    Dataset<Row> lost = former.exceptAll(fresh).withColumn(SIDE, lit(then));
    Dataset<Row> gained = fresh.exceptAll(former).withColumn(SIDE, lit(now));
    List<Row> rows = lost.unionByName(gained).orderBy(order(key)).limit(2).collectAsList();
    Row row = rows.get(0);
    boolean isPair = rows.size() == 2 && text(key, row).equals(text(key, rows.get(1)));
    return "%s differs, first at %s: %s"
        .formatted(
            table,
            text(key, row),
            isPair
                ? changes(contract, row, rows.get(1))
                : "only the " + row.getAs(SIDE) + " has it");
  }

  private static Column[] order(List<String> key) {
    return Stream.concat(key.stream(), Stream.of(SIDE))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static String text(List<String> columns, Row row) {
    return columns.stream()
        .map(name -> name + " = " + row.getAs(name))
        .collect(joining(", ", "(", ")"));
  }

  private String changes(Contract contract, Row one, Row other) {
    boolean isInOrder = then.equals(one.getAs(SIDE));
    Row before = isInOrder ? one : other;
    Row after = isInOrder ? other : one;
    return contract.columnNames().stream()
        .filter(name -> !Objects.deepEquals(before.getAs(name), after.getAs(name)))
        .map(name -> "%s was %s and is %s".formatted(name, before.getAs(name), after.getAs(name)))
        .collect(joining("; "));
  }
}
