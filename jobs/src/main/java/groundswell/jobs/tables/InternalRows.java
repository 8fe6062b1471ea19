package groundswell.jobs.tables;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The bridge between Spark's internal rows and datasets. Rows that a task makes itself go through
 * here, because turning each into objects and back would cost more than reading it.
 */
public final class InternalRows {
  private final org.apache.spark.sql.classic.SparkSession spark;

  public InternalRows(SparkSession spark) {
    this.spark = (org.apache.spark.sql.classic.SparkSession) spark;
  }

  /** Rows of internal values in the order of the schema. */
  public Dataset<Row> dataset(JavaRDD<InternalRow> rows, StructType schema) {
    return spark.internalCreateDataFrame(rows.rdd(), schema, false);
  }

  /** The rows of a dataset as internal values. */
  public JavaRDD<InternalRow> rows(Dataset<Row> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) dataset)
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  /** The one column of a dataset without nulls, as arrays. */
  JavaRDD<long[]> longs(Dataset<Row> numbers) {
    return rows(numbers)
        .mapPartitions(
            rows -> {
              LongStream.Builder all = LongStream.builder();
              rows.forEachRemaining(row -> all.add(row.getLong(0)));
              return List.of(all.build().toArray()).iterator();
            });
  }

  /** One column of numbers. */
  public Dataset<Row> longs(long[] values, String name) {
    return spark.createDataFrame(
        Arrays.stream(values).mapToObj(RowFactory::create).toList(),
        new StructType().add(name, "bigint"));
  }

  /** A dataset of a schema that is there for its columns alone. */
  public Dataset<Row> none(StructType schema) {
    JavaRDD<Row> nothing =
        new org.apache.spark.api.java.JavaSparkContext(spark.sparkContext()).emptyRDD();
    return spark.createDataFrame(nothing, schema);
  }
}
