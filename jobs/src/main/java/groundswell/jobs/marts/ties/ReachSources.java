package groundswell.jobs.marts.ties;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.MartSources;
import groundswell.schemas.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@link MemberReach} is made from.
 *
 * @param edges {@code mart.edge_weekly}
 * @param ties {@code mart.tie_strength}
 * @param posts {@code core.fact_post}
 * @param members {@code core.dim_member}
 * @param activity {@code core.fact_member_activity}
 * @param tieStates {@code core.fact_tie_state}
 */
record ReachSources(
    Dataset<Row> edges,
    Dataset<Row> ties,
    Dataset<Row> posts,
    Dataset<Row> members,
    Dataset<Row> activity,
    Dataset<Row> tieStates) {
  static final Table[] TABLES = {
    MART_EDGE_WEEKLY,
    MART_TIE_STRENGTH,
    CORE_FACT_POST,
    CORE_DIM_MEMBER,
    CORE_FACT_MEMBER_ACTIVITY,
    CORE_FACT_TIE_STATE
  };

  static ReachSources of(MartSources sources) {
    return new ReachSources(
        sources.of(MART_EDGE_WEEKLY),
        sources.of(MART_TIE_STRENGTH),
        sources.of(CORE_FACT_POST),
        sources.of(CORE_DIM_MEMBER),
        sources.of(CORE_FACT_MEMBER_ACTIVITY),
        sources.of(CORE_FACT_TIE_STATE));
  }
}
