package groundswell.jobs.tables;

import groundswell.schemas.Columns;
import groundswell.schemas.Contract;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Writes runs as data files of a table, within tasks. A file counts once it is committed. */
final class RunFiles implements Serializable {
  /**
   * Values of ids and keys seldom repeat near each other; to look each up costs more than it saves.
   */
  private static final Map<String, String> SMALL_DICTIONARIES =
      Map.of(TableProperties.PARQUET_DICT_SIZE_BYTES, "65536");

  private static final long serialVersionUID = 1L;

  private final Table table;
  private final Schema schema;
  private final StructType columns;

  RunFiles(Table table, Contract contract) {
    this.table = SerializableTable.copyOf(table);
    Stream<Types.NestedField> fields =
        contract.columnNames().stream().map(name -> table.schema().findField(name));
    this.schema = new Schema(fields.toList());
    this.columns = ContractTypes.structType(contract);
  }

  /** Writes one run; what was begun of it is deleted when it fails. */
  DataFile write(SortedRun run) {
    PartitionKey partition = partition(run.portion());
    EncryptedOutputFile output = output(partition);
    try {
      DataWriter<InternalRow> writer = writer(output, partition);
      try (writer) {
        run.rows().forEachRemaining(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException fault) {
      throw undone(output, StorageFault.of("write rows of " + table.name(), fault));
    } catch (RuntimeException fault) {
      throw undone(output, fault);
    }
  }

  private RuntimeException undone(EncryptedOutputFile output, RuntimeException fault) {
    try {
      table.io().deleteFile(output.encryptingOutputFile().location());
    } catch (NotFoundException absent) {
      fault.addSuppressed(absent);
    }
    return fault;
  }

  private DataWriter<InternalRow> writer(EncryptedOutputFile output, PartitionKey partition)
      throws IOException {
    return FormatModelRegistry.<InternalRow, StructType>dataWriteBuilder(
            FileFormat.PARQUET, InternalRow.class, output)
        .setAll(table.properties())
        .setAll(SMALL_DICTIONARIES)
        .metricsConfig(MetricsConfig.forTable(table))
        .schema(schema)
        .engineSchema(columns)
        .spec(table.spec())
        .partition(partition)
        .sortOrder(table.sortOrder())
        .build();
  }

  private EncryptedOutputFile output(PartitionKey partition) {
    TaskContext task = TaskContext.get();
    return OutputFileFactory.builderFor(table, task.partitionId(), task.taskAttemptId())
        .format(FileFormat.PARQUET)
        .build()
        .newOutputFile(table.spec(), partition);
  }

  private PartitionKey partition(Portion portion) {
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    List<Types.NestedField> fields = table.spec().partitionType().fields();
    for (int index = 0; index < fields.size(); index++) {
      boolean isPeriod = fields.get(index).name().equals(Columns.PERIOD);
      key.set(
          index,
          isPeriod
              ? (Object) portion.period().map(day -> (int) day.toEpochDay()).orElse(null)
              : portion.communityId());
    }
    return key;
  }
}
