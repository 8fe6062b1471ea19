package groundswell.runner;

import static org.apache.spark.sql.functions.*;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fingerprint of every published table that does not depend on the order of rows: count and sum
 * of the rows' hashes. Tables that record runs are left out: they say when, on which machine.
 */
final class TableHashes {
  private TableHashes() {}

  static SortedMap<String, String> of(Tables tables) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Contract contract : Contracts.all()) {
      boolean saysWhen = contract.table().namespace().equals("meta");
      if (!saysWhen && tables.exists(contract.table())) {
        hashes.put(contract.table().fullName(), of(tables.read(contract.table())));
      }
    }
    return hashes;
  }

  private static String of(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .flatMap(name -> Arrays.stream(new Column[] {col(name), col(name).isNull()}))
            .toArray(Column[]::new);
    Column hash = xxhash64(columns).cast("decimal(38,0)");
    Row row = rows.agg(count("*"), sum(hash)).head();
    return row.getLong(0) + " rows, " + row.get(1);
  }
}
