package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * A few rows as a file of a table without partitions, written here and now: a Spark job for one row
 * costs more than the row. Rows stand in the order of the contract's sort.
 */
final class FileAtHand {
  private FileAtHand() {}

  static DataFile of(Table table, Contract contract, List<Row> rows) {
    StructType columns = ContractTypes.structType(contract);
    Function1<Object, Object> internal = CatalystTypeConverters.createToCatalystConverter(columns);
    try {
      DataWriter<InternalRow> writer = writer(table, contract, columns);
      try (writer) {
        rows.forEach(row -> writer.write((InternalRow) internal.apply(row)));
      }
      return writer.toDataFile();
    } catch (IOException fault) {
      throw StorageFault.of("write rows of " + table.name(), fault);
    }
  }

  private static DataWriter<InternalRow> writer(Table table, Contract contract, StructType columns)
      throws IOException {
    return FormatModelRegistry.<InternalRow, StructType>dataWriteBuilder(
            FileFormat.PARQUET, InternalRow.class, output(table))
        .setAll(table.properties())
        .metricsConfig(MetricsConfig.forTable(table))
        .schema(
            new Schema(
                contract.columnNames().stream()
                    .map(name -> table.schema().findField(name))
                    .toList()))
        .engineSchema(columns)
        .spec(table.spec())
        .sortOrder(table.sortOrder())
        .build();
  }

  private static EncryptedOutputFile output(Table table) {
    return OutputFileFactory.builderFor(table, 0, 0)
        .format(FileFormat.PARQUET)
        .build()
        .newOutputFile();
  }
}
