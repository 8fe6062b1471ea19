package groundswell.jobs.marts.members;

import static groundswell.jobs.memberset.MemberSets.overlap;
import static groundswell.jobs.memberset.MemberSets.size;
import static groundswell.jobs.memberset.MemberSets.union;
import static groundswell.jobs.memberset.MemberSets.without;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Active members of a span against the span before: new, returning, resurrecting, dormant. Grain:
 * one row per (community_id, span, span_start_date, channel). Contract: {@code mart.lifecycle}.
 */
public final class Lifecycle {
  private static final String PREVIOUS = "previous_set";
  private static final String EARLIER = "earlier_set";

  private Lifecycle() {}

  /** Builds the mart from {@link ChannelSpans}, which has every span of the community's life. */
  public static Dataset<Row> from(Dataset<Row> channelSpans) {
    Column active = col(MEMBER_BITMAP);
    Column previous = col(PREVIOUS);
    Column earlier = col(EARLIER);
    return channelSpans
        .withColumn(PREVIOUS, lag(active, 1).over(inOrder()))
        .withColumn(EARLIER, union(active).over(beforeThis()))
        .select(
            col(COMMUNITY_ID),
            col(SPAN),
            col(SPAN_START_DATE),
            col(CHANNEL),
            size(active).as(ACTIVE_MEMBERS),
            size(previous).as(PREVIOUS_ACTIVE_MEMBERS),
            size(without(active, earlier)).as(NEW_MEMBERS),
            size(overlap(active, previous)).as(RETURNING_MEMBERS),
            size(overlap(without(active, previous), earlier)).as(RESURRECTING_MEMBERS),
            size(without(previous, active)).as(DORMANT_MEMBERS),
            col(IS_COMPLETE));
  }

  private static WindowSpec inOrder() {
    return Window.partitionBy(COMMUNITY_ID, SPAN, CHANNEL).orderBy(SPAN_START_DATE);
  }

  private static WindowSpec beforeThis() {
    return inOrder().rowsBetween(Window.unboundedPreceding(), -1);
  }
}
