package groundswell.jobs.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes Spark's rows of what is given column by column. */
final class RowsOfColumns implements ColumnSink {
  private final Object[][] rows;
  private final DataType[] types;
  private final int[] next;

  private RowsOfColumns(StructType columns, int rows) {
    this.rows = new Object[rows][columns.length()];
    this.types =
        Arrays.stream(columns.fields()).map(field -> field.dataType()).toArray(DataType[]::new);
    this.next = new int[columns.length()];
  }

  /** All rows of a run. */
  static List<InternalRow> of(SortedRun run, StructType columns) {
    RowsOfColumns sink = new RowsOfColumns(columns, run.size());
    run.give(0, run.size(), sink);
    List<InternalRow> rows = new ArrayList<>();
    for (Object[] row : sink.rows) {
      rows.add(new GenericInternalRow(row));
    }
    return rows;
  }

  @Override
  public void missing(int column, int count) {
    next[column] += count;
  }

  @Override
  public void text(int column, byte[] bytes, int start, int length) {
    put(column, UTF8String.fromBytes(bytes, start, length));
  }

  @Override
  public void integer(int column, int value) {
    put(column, value);
  }

  @Override
  public void number(int column, long value) {
    boolean isMoney = types[column] instanceof DecimalType;
    put(column, isMoney ? Decimal.createUnsafe(value, 18, 4) : (Object) value);
  }

  @Override
  public void real(int column, double value) {
    put(column, value);
  }

  @Override
  public void flag(int column, boolean value) {
    put(column, value);
  }

  private void put(int column, Object value) {
    rows[next[column]++][column] = value;
  }
}
