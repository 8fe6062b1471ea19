package groundswell.jobs.lineage;

import groundswell.jobs.lineage.Uses.Use;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/** Follows the columns of rows through their plan to the tables that are read. Starts no job. */
public final class PlanLineage {
  private final PlanNodes nodes;
  private final Map<Long, NavigableSet<Origin>> known = new HashMap<>();

  private PlanLineage(PlanNodes nodes) {
    this.nodes = nodes;
  }

  /** Where the columns of rows come from. */
  public static ColumnLineage of(Dataset<Row> rows) {
    LogicalPlan plan = Behind.analyzed(rows);
    PlanNodes nodes = new PlanNodes(plan);
    PlanLineage lineage = new PlanLineage(nodes);
    SortedMap<String, NavigableSet<Origin>> columns = new TreeMap<>();
    for (Attribute column : CollectionConverters.asJava(plan.output())) {
      NavigableSet<Origin> origins = lineage.origins(column.exprId().id());
      if (!origins.isEmpty()) {
        columns.put(column.name(), origins);
      }
    }
    return new ColumnLineage(columns, lineage.origins(nodes.rows()));
  }

  private NavigableSet<Origin> origins(long attribute) {
    NavigableSet<Origin> origins = known.get(attribute);
    if (origins == null) {
      known.put(attribute, new TreeSet<>()); // ends what would go in circles
      Origin source = nodes.source(attribute);
      origins = origins(nodes.definition(attribute));
      if (source != null) {
        origins.add(source);
      }
      known.put(attribute, origins);
    }
    return origins;
  }

  private NavigableSet<Origin> origins(Collection<Use> uses) {
    NavigableSet<Origin> all = new TreeSet<>();
    for (Use use : uses) {
      for (Origin origin : origins(use.attribute())) {
        all.add(new Origin(origin.table(), origin.column(), use.how().of(origin.how())));
      }
    }
    return all;
  }
}
