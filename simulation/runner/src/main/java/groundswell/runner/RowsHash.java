package groundswell.runner;

import static org.apache.spark.sql.functions.*;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fingerprint of rows that does not depend on their order: their count, the sum of their hashes.
 */
record RowsHash(long rows, String hash) {
  static RowsHash of(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .flatMap(name -> Arrays.stream(new Column[] {col(name), col(name).isNull()}))
            .toArray(Column[]::new);
    Column hash = xxhash64(columns).cast("decimal(38,0)");
    Row row = rows.agg(count("*"), coalesce(sum(hash), lit(0).cast("decimal(38,0)"))).head();
    return new RowsHash(row.getLong(0), row.get(1).toString());
  }

  String text() {
    return String.format(Locale.ROOT, "%,d rows, %s", rows, hash);
  }
}
