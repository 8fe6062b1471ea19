package groundswell.jobs.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of a Parquet file; its plain top-level columns are read by name, nested ones are not. A
 * row's number counts from 1.
 */
final class ParquetRows implements RowReader {
  private final ParquetReader<Group> groups;
  private final SourceColumns columns;
  private long number;

  ParquetRows(InputFile file, SourceColumns columns) throws IOException {
    this.columns = columns;
    groups = new GroupReaderBuilder(new LocalInputFile(file.path())).build();
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    Group group;
    try {
      group = groups.read();
    } catch (RuntimeException fault) {
      throw new IOException(fault);
    }
    if (group == null) {
      return false;
    }
    row.begin(++number);
    for (int index = 0; index < group.getType().getFieldCount(); index++) {
      Type field = group.getType().getType(index);
      int position = columns.position(field.getName());
      if (position >= 0 && field.isPrimitive() && group.getFieldRepetitionCount(index) == 1) {
        row.values()[position] =
            value(group, index, field.asPrimitiveType(), columns.type(position));
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    groups.close();
  }

  private static Object value(Group group, int index, PrimitiveType type, DataType wanted) {
    Object natural = natural(group, index, type);
    if (wanted.equals(DataTypes.StringType) && !(natural instanceof UTF8String)) {
      return UTF8String.fromString(String.valueOf(natural));
    }
    if (wanted.equals(DataTypes.LongType) && natural instanceof Integer small) {
      return (long) small;
    }
    return natural;
  }

  private static Object natural(Group group, int index, PrimitiveType type) {
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(group, index, type, decimal.getScale());
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> group.getInteger(index, 0);
      case INT64 -> group.getLong(index, 0) * microsFactor(type);
      case FLOAT -> (double) group.getFloat(index, 0);
      case DOUBLE -> group.getDouble(index, 0);
      case BOOLEAN -> group.getBoolean(index, 0);
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          UTF8String.fromBytes(group.getBinary(index, 0).getBytes());
      case INT96 -> null; // outdated and without a defined zone
    };
  }

  private static long microsFactor(PrimitiveType type) {
    boolean isMillis =
        type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
            && timestamp.getUnit() == TimeUnit.MILLIS;
    return isMillis ? 1_000L : 1L;
  }

  private static Decimal decimal(Group group, int index, PrimitiveType type, int scale) {
    BigInteger unscaled =
        switch (type.getPrimitiveTypeName()) {
          case INT32 -> BigInteger.valueOf(group.getInteger(index, 0));
          case INT64 -> BigInteger.valueOf(group.getLong(index, 0));
          default -> new BigInteger(group.getBinary(index, 0).getBytes());
        };
    return TextValue.money(new BigDecimal(unscaled, scale));
  }

  /** Opens a local file without Hadoop's file systems. */
  private static final class GroupReaderBuilder extends ParquetReader.Builder<Group> {
    private GroupReaderBuilder(LocalInputFile file) {
      super(file);
    }

    @Override
    protected GroupReadSupport getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
