package groundswell.jobs.marts.mart;

import static java.util.stream.Collectors.toMap;

import groundswell.jobs.facts.Rebuild;
import groundswell.schemas.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Builds marts step by step; rows that several marts share are made once. */
public final class MartRun {
  private final Rebuild rebuild;
  private final Set<Table> marts;
  private final Map<SharedRows, Dataset<Row>> shared = new HashMap<>();

  private MartRun(Rebuild rebuild, Set<Table> marts) {
    this.rebuild = rebuild;
    this.marts = marts;
  }

  /** Writes all marts of the communities. */
  public static void build(Collection<Mart> marts, Rebuild rebuild) {
    MartRun run = new MartRun(rebuild, MartOrder.tables(marts));
    MartOrder.steps(marts).forEach(run::write);
  }

  Rebuild rebuild() {
    return rebuild;
  }

  Dataset<Row> read(Table table) {
    return marts.contains(table) ? rebuild.written(table) : rebuild.read(table);
  }

  synchronized Dataset<Row> shared(SharedRows rows, MartSources sources) {
    Dataset<Row> known = shared.get(rows);
    if (known == null) {
      known = rebuild.keep(rows.from(sources));
      shared.put(rows, known);
    }
    return known;
  }

  private void write(List<Mart> step) {
    rebuild.write(step.stream().collect(toMap(Mart::table, mart -> () -> rows(mart))));
  }

  private Dataset<Row> rows(Mart mart) {
    return mart.rows().apply(new MartSources(this, mart.reads()));
  }
}
