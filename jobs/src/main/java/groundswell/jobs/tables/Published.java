package groundswell.jobs.tables;

import groundswell.schemas.Table;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A publication as the run that made it sees it. */
public record Published(String publication, Map<Table, Written> tables) {
  public Published {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  /** Rows written to all tables. */
  public long rowsOut() {
    return tables.values().stream().mapToLong(Written::added).sum();
  }
}
