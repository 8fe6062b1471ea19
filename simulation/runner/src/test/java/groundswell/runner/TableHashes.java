package groundswell.runner;

import static org.apache.spark.sql.functions.*;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.Arrays;
import java.util.Set;
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
  private static final Set<Table> OF_RUNS =
      Set.of(
          Table.META_CONTRACT_STATUS,
          Table.META_ERASURE_LEDGER,
          Table.META_PUBLICATION,
          Table.META_RECONCILIATION,
          Table.META_RUN);

  private TableHashes() {}

  static SortedMap<String, String> of(Tables tables) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Contract contract : Contracts.all()) {
      if (!OF_RUNS.contains(contract.table()) && tables.exists(contract.table())) {
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
