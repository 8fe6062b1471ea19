package groundswell.jobs.lineage;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNodeTag;
import scala.jdk.javaapi.OptionConverters;

/**
 * What rows were made from whose plan begins anew, said by whoever made them.
 *
 * @param plan of the rows that were read
 * @param isCopy true when the columns are those that were read, in their order
 */
public record Behind(LogicalPlan plan, boolean isCopy) {
  private static final TreeNodeTag<Behind> TAG = new TreeNodeTag<>("groundswell.behind");

  /** Says that code made rows of others: no plan tells which column of which. */
  public static Dataset<Row> code(Dataset<Row> made, Dataset<Row> read) {
    return tagged(made, new Behind(analyzed(read), false));
  }

  /** Says that rows are a copy of others, column by column. */
  public static Dataset<Row> copy(Dataset<Row> made, Dataset<Row> read) {
    return tagged(made, new Behind(analyzed(read), true));
  }

  static Optional<Behind> of(LogicalPlan node) {
    return OptionConverters.toJava(node.getTagValue(TAG));
  }

  static LogicalPlan analyzed(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }

  private static Dataset<Row> tagged(Dataset<Row> rows, Behind behind) {
    ((org.apache.spark.sql.classic.Dataset<Row>) rows).logicalPlan().setTagValue(TAG, behind);
    analyzed(rows).setTagValue(TAG, behind);
    return rows;
  }
}
