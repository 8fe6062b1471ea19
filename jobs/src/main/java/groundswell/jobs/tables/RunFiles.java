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
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.apache.spark.TaskContext;

/** Writes runs as data files of a table, within tasks. A file counts once it is committed. */
final class RunFiles implements Serializable {
  /**
   * Values of ids and keys seldom repeat near each other; to look each up costs more than it saves.
   * Pages and row groups end with blocks of rows, as {@link ParquetColumns} asks.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          TableProperties.PARQUET_DICT_SIZE_BYTES,
          "65536",
          TableProperties.PARQUET_ROW_GROUP_CHECK_MIN_RECORD_COUNT,
          Integer.toString(ParquetColumns.BLOCK),
          TableProperties.PARQUET_ROW_GROUP_CHECK_MAX_RECORD_COUNT,
          Integer.toString(ParquetColumns.BLOCK),
          TableProperties.PARQUET_PAGE_ROW_LIMIT,
          Integer.toString(10 * ParquetColumns.BLOCK));

  private static final long serialVersionUID = 1L;

  private final Table table;
  private final Schema schema;

  RunFiles(Table table, Contract contract) {
    this.table = SerializableTable.copyOf(table);
    Stream<Types.NestedField> fields =
        contract.columnNames().stream().map(name -> table.schema().findField(name));
    this.schema = new Schema(fields.toList());
  }

  /** Writes one run; what was begun of it is deleted when it fails. */
  DataFile write(SortedRun run) {
    PartitionKey partition = partition(run.portion());
    EncryptedOutputFile output = output(partition);
    try {
      DataWriter<SortedRun> writer = writer(output, partition);
      try (writer) {
        for (int row = 0; row < run.size(); row++) {
          writer.write(run);
        }
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

  private DataWriter<SortedRun> writer(EncryptedOutputFile output, PartitionKey partition)
      throws IOException {
    return Parquet.writeData(output)
        .setAll(table.properties())
        .setAll(SETTINGS)
        .createWriterFunc(ParquetColumns::new)
        .metricsConfig(MetricsConfig.forTable(table))
        .schema(schema)
        .withSpec(table.spec())
        .withPartition(partition)
        .withSortOrder(table.sortOrder())
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
