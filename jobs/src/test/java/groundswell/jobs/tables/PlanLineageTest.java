package groundswell.jobs.tables;

import static groundswell.jobs.lineage.How.AGGREGATION;
import static groundswell.jobs.lineage.How.CODE;
import static groundswell.jobs.lineage.How.CONDITIONAL;
import static groundswell.jobs.lineage.How.FILTER;
import static groundswell.jobs.lineage.How.GROUP_BY;
import static groundswell.jobs.lineage.How.IDENTITY;
import static groundswell.jobs.lineage.How.JOIN;
import static groundswell.jobs.lineage.How.TRANSFORMATION;
import static groundswell.jobs.lineage.How.WINDOW;
import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static org.apache.spark.sql.functions.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.fold.Fold;
import groundswell.jobs.lineage.Behind;
import groundswell.jobs.lineage.ColumnLineage;
import groundswell.jobs.lineage.How;
import groundswell.jobs.lineage.Origin;
import groundswell.jobs.lineage.PlanLineage;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan tells of columns: the standard's words for each way of use. */
class PlanLineageTest extends WarehouseCase {
  private Dataset<Row> communities;

  @BeforeEach
  void publishCommunities() {
    publish(Slice.all(), communities("tea"));
    communities = tables.read(CORE_DIM_COMMUNITY);
  }

  @Test
  void a_renamed_column_is_the_same_and_a_computed_one_is_not() {
    ColumnLineage lineage =
        PlanLineage.of(
            communities.select(
                col("name").as("title"), upper(col("zone")).as("loud"), lit(1).as("one")));

    assertThat(lineage.columns().get("title")).containsExactly(from("name", IDENTITY));
    assertThat(lineage.columns().get("loud")).containsExactly(from("zone", TRANSFORMATION));
    assertThat(lineage.columns()).doesNotContainKey("one");
    assertThat(lineage.rows()).isEmpty();
  }

  @Test
  void a_condition_decides_and_its_branches_are_taken() {
    ColumnLineage lineage =
        PlanLineage.of(
            communities.select(when(col("zone").isNull(), col("name")).otherwise("?").as("label")));

    assertThat(lineage.columns().get("label"))
        .containsExactly(from("name", TRANSFORMATION), from("zone", CONDITIONAL));
  }

  @Test
  void filters_joins_and_groups_decide_about_rows() {
    Dataset<Row> others = communities.select(col("name").as("other"), col("currency"));
    ColumnLineage lineage =
        PlanLineage.of(
            communities
                .filter(col("edge_half_life_days").gt(1))
                .join(others, col("name").equalTo(col("other")))
                .groupBy("zone")
                .agg(max("smallest_group").as("largest")));

    assertThat(lineage.columns().get("zone")).containsExactly(from("zone", IDENTITY));
    assertThat(lineage.columns().get("largest"))
        .containsExactly(from("smallest_group", AGGREGATION));
    assertThat(lineage.rows())
        .containsExactly(
            from("edge_half_life_days", FILTER), from("name", JOIN), from("zone", GROUP_BY));
  }

  @Test
  void a_window_decides_about_what_is_counted_in_it() {
    ColumnLineage lineage =
        PlanLineage.of(
            communities.select(
                sum("smallest_group").over(Window.partitionBy("zone")).as("in_the_zone")));

    assertThat(lineage.columns().get("in_the_zone"))
        .containsExactly(from("smallest_group", AGGREGATION), from("zone", WINDOW));
  }

  @Test
  void a_union_has_the_columns_of_all_its_parts() {
    ColumnLineage lineage =
        PlanLineage.of(communities.select(col("name")).union(communities.select(col("zone"))));

    assertThat(lineage.columns().get("name"))
        .containsExactly(from("name", IDENTITY), from("zone", IDENTITY));
  }

  @Test
  void of_a_fold_is_known_what_it_reads_and_not_where_it_goes() {
    StructType folded = new StructType().add("a", "string").add("b", "string");
    Dataset<Row> rows =
        Fold.partitions(communities.select(lower(col("name")), col("zone")), folded, in -> in);

    ColumnLineage lineage = PlanLineage.of(rows.select(col("a"), col("b")));

    assertThat(lineage.columns()).isEmpty();
    assertThat(lineage.rows()).containsExactly(from("name", CODE), from("zone", CODE));
  }

  @Test
  void a_copy_at_hand_has_the_columns_of_what_it_was_copied_from() {
    List<Row> rows = communities.collectAsList();
    Dataset<Row> atHand =
        Behind.copy(spark().createDataFrame(rows, communities.schema()), communities);

    ColumnLineage lineage = PlanLineage.of(atHand.select(col("zone").as("where")));

    assertThat(lineage.columns().get("where")).containsExactly(from("zone", IDENTITY));
  }

  @Test
  void rows_on_a_branch_are_those_of_its_table() {
    Draft draft = tables.draft(run(Slice.all()));
    draft.replace(CORE_DIM_COMMUNITY, Slice.all(), communities("ski"));

    ColumnLineage lineage = PlanLineage.of(draft.read(CORE_DIM_COMMUNITY).select("name"));

    assertThat(lineage.columns().get("name")).containsExactly(from("name", IDENTITY));
  }

  private static Origin from(String column, How how) {
    return new Origin(CORE_DIM_COMMUNITY, column, how);
  }
}
