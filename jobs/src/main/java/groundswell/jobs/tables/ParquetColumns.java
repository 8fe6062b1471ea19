package groundswell.jobs.tables;

import java.util.List;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.TripleWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriteStore;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/**
 * Writes a run into a Parquet file, a block of rows at a time and column by column within it. The
 * file's writer counts rows one by one and looks after each {@link #BLOCK} of them whether a page
 * or a row group is full; so the columns stand at one row whenever it looks. One file; one thread.
 */
final class ParquetColumns implements ParquetValueWriter<SortedRun>, ColumnSink {
  /** Rows of a block. */
  static final int BLOCK = 2048;

  private final List<ColumnDescriptor> descriptors;
  private final ColumnWriter[] writers;
  private final int[] present;
  private int rows;
  private int given;

  ParquetColumns(MessageType type) {
    descriptors = type.getColumns();
    writers = new ColumnWriter[descriptors.size()];
    present = descriptors.stream().mapToInt(ColumnDescriptor::getMaxDefinitionLevel).toArray();
  }

  /** Counts a row, and writes those of the block with its last one. */
  @Override
  public void write(int repetition, SortedRun run) {
    rows++;
    if (rows % BLOCK == 0 || rows == run.size()) {
      run.give(given, rows, this);
      given = rows;
    }
  }

  @Override
  public List<TripleWriter<?>> columns() {
    throw new UnsupportedOperationException("a run is no part of another value");
  }

  @Override
  public void setColumnStore(ColumnWriteStore store) {
    for (int column = 0; column < writers.length; column++) {
      writers[column] = store.getColumnWriter(descriptors.get(column));
    }
  }

  @Override
  public void missing(int column, int count) {
    ColumnWriter writer = writers[column];
    for (int row = 0; row < count; row++) {
      writer.writeNull(0, 0);
    }
  }

  @Override
  public void text(int column, byte[] bytes, int start, int length) {
    Binary text = Binary.fromConstantByteArray(bytes, start, length);
    writers[column].write(text, 0, present[column]);
  }

  @Override
  public void integer(int column, int value) {
    writers[column].write(value, 0, present[column]);
  }

  @Override
  public void number(int column, long value) {
    writers[column].write(value, 0, present[column]);
  }

  @Override
  public void real(int column, double value) {
    writers[column].write(value, 0, present[column]);
  }

  @Override
  public void flag(int column, boolean value) {
    writers[column].write(value, 0, present[column]);
  }
}
