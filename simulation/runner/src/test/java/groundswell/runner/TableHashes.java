package groundswell.runner;

import groundswell.jobs.tables.Tables;
import groundswell.schemas.Contract;
import groundswell.schemas.Contracts;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fingerprints of every published table. */
final class TableHashes {
  private TableHashes() {}

  static SortedMap<String, String> of(Tables tables) {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Contract contract : Contracts.all()) {
      boolean isCompared = !Reproduction.OF_RUNS.contains(contract.table());
      if (isCompared && tables.exists(contract.table())) {
        hashes.put(contract.table().fullName(), RowsHash.of(tables.read(contract.table())).text());
      }
    }
    return hashes;
  }
}
