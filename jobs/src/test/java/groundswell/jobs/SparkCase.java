package groundswell.jobs;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import groundswell.jobs.tables.ContractTypes;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;

/**
 * Base of every test that needs Spark: one session for all of them (two threads, UTC, two shuffle
 * partitions), rows in one line, and the comparison of whole tables. The only class that knows the
 * Spark testing base.
 */
public abstract class SparkCase {
  private static final Bridge BRIDGE = new Bridge();

  @BeforeAll
  static void startSpark() {
    BRIDGE.start();
  }

  /** The shared session. */
  protected static SparkSession spark() {
    BRIDGE.start();
    return BRIDGE.session();
  }

  /** A row; dates, instants and decimals as java.sql.Date, java.sql.Timestamp and BigDecimal. */
  protected static Row row(Object... values) {
    return RowFactory.create(values);
  }

  /** A small table, e.g. {@code table("name STRING, age INT", row("ana", 31))}. */
  protected static Dataset<Row> table(String columns, Row... rows) {
    return spark().createDataFrame(Arrays.asList(rows), StructType.fromDDL(columns));
  }

  /** A small table with some columns of a contract; its other columns are null. */
  protected static Dataset<Row> table(Table table, List<String> columns, Row... rows) {
    StructType contract = ContractTypes.structType(Contracts.of(table));
    List<Row> filled = Arrays.stream(rows).map(row -> filled(contract, columns, row)).toList();
    return spark().createDataFrame(filled, contract);
  }

  /** Fails unless both have the same columns and the same rows, in any order. */
  protected static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
    BRIDGE.compare(plain(expected), plain(actual));
  }

  /** The rows under names and types alone: comments and promises of no nulls are not compared. */
  private static Dataset<Row> plain(Dataset<Row> rows) {
    StructType schema = new StructType();
    for (StructField field : rows.schema().fields()) {
      schema = schema.add(field.name(), field.dataType(), true);
    }
    return spark().createDataFrame(rows.toJavaRDD(), schema);
  }

  private static Row filled(StructType contract, List<String> columns, Row row) {
    Object[] values = new Object[contract.size()];
    for (int index = 0; index < columns.size(); index++) {
      values[contract.fieldIndex(columns.get(index))] = row.get(index);
    }
    return RowFactory.create(values);
  }

  /** The Spark testing base, set for small tables. */
  private static final class Bridge extends JavaDatasetSuiteBase {
    private static final long serialVersionUID = 1;
    private transient boolean started;

    synchronized void start() {
      if (!started) {
        runBefore();
        spark().sparkContext().setLogLevel("ERROR");
        started = true;
      }
    }

    SparkSession session() {
      return spark();
    }

    void compare(Dataset<Row> expected, Dataset<Row> actual) {
      assertDataFrameNoOrderEquals(expected, actual);
    }

    @Override
    public boolean enableHiveSupport() {
      return false;
    }

    @Override
    public SparkConf conf() {
      return super.conf()
          .setMaster("local[2]")
          .set("spark.ui.enabled", "false")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1")
          .set("spark.sql.session.timeZone", "UTC")
          .set("spark.sql.shuffle.partitions", "2")
          .set("spark.sql.adaptive.enabled", "false");
    }
  }
}
