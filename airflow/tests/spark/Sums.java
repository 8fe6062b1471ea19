import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;

/**
 * What Spark itself says of published tables. Arguments: names, metadata files and key columns,
 * with commas, in turn. Prints one line per figure: table, column, sum; the row count is the
 * figure of the column "*", the hash of the keys that of "key hash".
 */
public final class Sums {
  private Sums() {}

  public static void main(String[] tables) throws IOException {
    try (var spark = session()) {
      for (int i = 0; i < tables.length; i += 3) {
        var rows = spark.read().format("iceberg").load(tables[i + 1]);
        print(tables[i], rows, figures(rows, tables[i + 2]));
      }
    }
  }

  /** Iceberg opens even a bare metadata file through a catalogue; without this one it wants Hive. */
  private static SparkSession session() {
    String catalogue = "spark.sql.catalog.default_iceberg";
    return SparkSession.builder()
        .config("spark.ui.enabled", "false")
        .config(catalogue, "org.apache.iceberg.spark.SparkCatalog")
        .config(catalogue + ".type", "hadoop")
        .config(catalogue + ".warehouse", System.getProperty("java.io.tmpdir"))
        .getOrCreate();
  }

  private static Map<String, Column> figures(Dataset<Row> rows, String keys) {
    var figures = new LinkedHashMap<String, Column>(Map.of("*", count("*")));
    for (var field : rows.schema().fields()) {
      Column value = col(field.name());
      if (field.dataType() instanceof IntegralType) {
        figures.put(field.name(), sum(value.cast("decimal(38,0)"))); // snapshot ids leave 64 bits
      } else if (field.dataType() instanceof NumericType) {
        figures.put(field.name(), sum(value));
      }
    }
    if (!keys.isEmpty()) {
      figures.put("key hash", sum(hash(rows, keys.split(","))));
    }
    return figures;
  }

  /** The rule stands in published.py. */
  private static Column hash(Dataset<Row> rows, String[] keys) {
    var parts = Arrays.stream(keys).map(key -> part(key, rows.schema().apply(key).dataType()));
    Column digest = md5(concat(parts.toArray(Column[]::new)).cast("binary"));
    return conv(substring(digest, 1, 15), 16, 10).cast("decimal(38,0)");
  }

  private static Column part(String key, DataType type) {
    boolean isInstant = type.equals(DataTypes.TimestampType);
    Column text = (isInstant ? unix_micros(col(key)) : col(key)).cast("string");
    return coalesce(concat(length(text).cast("string"), lit(":"), text), lit("-"));
  }

  private static void print(String table, Dataset<Row> rows, Map<String, Column> figures) {
    var columns = figures.values().toArray(Column[]::new);
    Row sums = rows.agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length)).head();
    int i = 0;
    for (String name : figures.keySet()) {
      System.out.println("figure\t" + table + "\t" + name + "\t" + sums.get(i++));
    }
  }
}
