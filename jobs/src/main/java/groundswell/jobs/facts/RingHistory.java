package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** A member's rings in order of time, as one array, so that looking a ring up costs no join. */
public final class RingHistory {
  /** Ring of a member to whom none was granted. */
  public static final String DEFAULT_RING = "stable";

  private RingHistory() {}

  /** Aggregate over the rows of one member in dim_member: [(from, instant, ring), …]. */
  public static Column of(String from) {
    Column entry =
        struct(col(from).as("from"), col(VALID_FROM_TS).as("instant"), col(RING).as("ring"));
    return sort_array(collect_list(entry));
  }

  /** The ring in force at {@code moment}; stable before the first row. */
  public static Column at(Column history, Column moment) {
    Column begun = filter(history, entry -> entry.getField("from").leq(moment));
    Column ring =
        when(size(history).equalTo(1), history.getItem(0).getField("ring"))
            .otherwise(
                when(size(begun).gt(0), element_at(begun, lit(-1)).getField("ring"))
                    .otherwise(lit(DEFAULT_RING)));
    return coalesce(ring, lit(DEFAULT_RING));
  }
}
