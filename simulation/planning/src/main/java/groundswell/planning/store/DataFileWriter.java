package groundswell.planning.store;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.io.DataWriter;

/** Writes the rows of one partition into one Parquet file. */
final class DataFileWriter {
  private final Table table;
  private final Contract contract;

  DataFileWriter(Table table, Contract contract) {
    this.table = table;
    this.contract = contract;
  }

  DataFile write(Rows rows) {
    PartitionKey partition = new PartitionKey(table.spec(), table.schema());
    partition.partition(record(rows.list().get(0)));
    String name = UUID.randomUUID() + ".parquet";
    String location = table.locationProvider().newDataLocation(table.spec(), partition, name);
    DataWriter<Record> writer = writer(location, partition);
    try (writer) {
      rows.list().forEach(row -> writer.write(record(row)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + location, e);
    }
    canonical(location);
    return writer.toDataFile();
  }

  private static void canonical(String location) {
    try {
      ParquetFooter.sortEncodings(LocalFileIO.path(location));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot finish " + location, e);
    }
  }

  private DataWriter<Record> writer(String location, PartitionKey partition) {
    var out = EncryptedFiles.plainAsEncryptedOutput(table.io().newOutputFile(location));
    return new GenericFileWriterFactory.Builder(table)
        .dataFileFormat(FileFormat.PARQUET)
        .dataSchema(table.schema())
        .build()
        .newDataWriter(out, table.spec(), partition);
  }

  private Record record(Map<String, Object> row) {
    Record record = GenericRecord.create(table.schema());
    for (ContractColumn column : contract.columns()) {
      record.setField(column.name(), ColumnTypes.value(column, row.get(column.name())));
    }
    return record;
  }
}
