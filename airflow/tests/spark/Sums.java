import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;

/**
 * What Spark itself says of published tables. Arguments: names and metadata files in turn. Prints
 * one line per figure: table, column, sum; the row count is the figure of the column "*".
 */
public final class Sums {
  private Sums() {}

  public static void main(String[] tables) throws IOException {
    try (var spark = session()) {
      for (int i = 0; i < tables.length; i += 2) {
        print(tables[i], spark.read().format("iceberg").load(tables[i + 1]));
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

  private static void print(String table, Dataset<Row> rows) {
    var names = new ArrayList<String>(List.of("*"));
    var figures = new ArrayList<Column>(List.of(functions.count("*")));
    for (var field : rows.schema().fields()) {
      if (field.dataType() instanceof NumericType) {
        names.add(field.name());
        figures.add(functions.sum(field.name()));
      }
    }
    Row sums = rows.agg(figures.get(0), figures.subList(1, figures.size()).toArray(Column[]::new)).head();
    for (int i = 0; i < names.size(); i++) {
      System.out.println("figure\t" + table + "\t" + names.get(i) + "\t" + sums.get(i));
    }
  }
}
