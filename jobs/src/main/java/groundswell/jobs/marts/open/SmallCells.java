package groundswell.jobs.marts.open;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Hides small groups of members where groups add up to a total that others know. Who subtracts what
 * is shown from the total is left with the sum S of the m hidden groups, and knows that nobody
 * hides an empty one: a hidden group may have from 1 to S - m + 1 members. So as many of the next
 * larger groups are hidden with the small ones as it takes for that to reach k, two at least.
 *
 * <p>The totals of few members are hidden themselves, with all their groups: of a total below k +
 * {@value #MOST_CELLS} - 1, however it is cut, some cut could not be protected.
 */
final class SmallCells {
  /** No table here cuts members into more groups. */
  static final int MOST_CELLS = 6;

  private static final int DEFAULT_SMALLEST = 10;

  /** True in all cells of a group whose total is hidden. */
  static final String IS_TOTAL_HIDDEN = "is_total_hidden";

  private static final String SMALL = "small_cells";
  private static final String PLACE = "place";
  private static final String SO_FAR = "members_so_far";
  private static final String TOTAL = "group_total";
  private static final String NEEDED = "needed_cells";

  private SmallCells() {}

  /**
   * Adds is_hidden, {@code smallest_group} and {@link #isTotalHidden}.
   *
   * @param cells one row per group and cell, whose {@code members} add up over the group
   * @param cell name of a cell within its group
   */
  static Dataset<Row> marked(
      Dataset<Row> cells, Dataset<Row> communities, String group, String cell) {
    WindowSpec whole = Window.partitionBy(COMMUNITY_ID, group);
    WindowSpec fromSmallest =
        whole
            .orderBy(col(MEMBERS).equalTo(0), col(MEMBERS), col(cell))
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return cells
        .join(broadcast(smallest(communities)), COMMUNITY_ID)
        .withColumn(PLACE, count(lit(1)).over(fromSmallest))
        .withColumn(SO_FAR, sum(MEMBERS).over(fromSmallest))
        .withColumn(TOTAL, sum(MEMBERS).over(whole))
        .withColumn(SMALL, count_if(isSmall()).over(whole))
        .withColumn(NEEDED, min(when(isEnough(), col(PLACE))).over(whole))
        .withColumn(IS_HIDDEN, isHidden())
        .withColumn(IS_TOTAL_HIDDEN, isTotalHidden())
        .drop(PLACE, SO_FAR, TOTAL, SMALL, NEEDED);
  }

  private static Dataset<Row> smallest(Dataset<Row> communities) {
    return communities.select(
        col(COMMUNITY_ID), coalesce(col(SMALLEST_GROUP), lit(DEFAULT_SMALLEST)).as(SMALLEST_GROUP));
  }

  private static Column isSmall() {
    return col(MEMBERS).gt(0).and(col(MEMBERS).lt(col(SMALLEST_GROUP)));
  }

  /** True where the cells up to this one protect each other, and all small ones are among them. */
  private static Column isEnough() {
    return col(MEMBERS)
        .gt(0)
        .and(col(PLACE).geq(greatest(col(SMALL), lit(2))))
        .and(col(SO_FAR).minus(col(PLACE)).plus(1).geq(col(SMALLEST_GROUP)));
  }

  private static Column isHidden() {
    Column isAmongHidden = col(PLACE).leq(col(NEEDED));
    return isTotalHidden().or(col(MEMBERS).gt(0).and(col(SMALL).gt(0)).and(isAmongHidden));
  }

  private static Column isTotalHidden() {
    return col(TOTAL).gt(0).and(col(TOTAL).lt(col(SMALLEST_GROUP).plus(MOST_CELLS - 1)));
  }
}
