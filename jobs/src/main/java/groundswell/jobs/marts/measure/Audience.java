package groundswell.jobs.marts.measure;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.facts.ChannelDimension;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whom a member's word reached: who took it up (answered, accepted, passed on, reacted), whom the
 * member addressed (answered, named, wrote to, met), and who passed on a cascade that the member
 * began. Grain: one row per occasion, with columns author_number, reached_number, channel and
 * event_ts. Who merely read is in no log.
 */
public final class Audience {
  /** First posts and what passes them on; a comment answers and passes nothing on. */
  private static final Object[] PASSED_ON = {
    "broadcast_posted", "broadcast_reposted", "feed_posted", "feed_shared"
  };

  private static final Object[] TAKEN_UP = {
    "reply", "comment", "accept", "repost", "share", "reaction"
  };

  private static final Object[] ADDRESSED = {"reply", "comment", "mention", "message", "meet"};

  /** Who was reached. */
  public static final String REACHED_NUMBER = "reached_number";

  private static final String FIRST_AUTHOR = "first_author";

  private Audience() {}

  /** From {@code core.fact_interaction} and {@code core.fact_post}. */
  public static Dataset<Row> from(Dataset<Row> interactions, Dataset<Row> posts) {
    Dataset<Row> takenUp =
        interactions
            .filter(col(KIND).isin(TAKEN_UP))
            .select(occasion(col(TARGET_NUMBER), col(SOURCE_NUMBER), col(EVENT_TS)));
    Dataset<Row> addressed =
        interactions
            .filter(col(KIND).isin(ADDRESSED))
            .select(occasion(col(SOURCE_NUMBER), col(TARGET_NUMBER), col(EVENT_TS)));
    return takenUp.union(addressed).union(inCascades(posts));
  }

  /** Posts that spread or can spread. */
  public static Column canSpread() {
    Column inOpenChannel = col(CHANNEL).isin(ChannelDimension.withReposts().toArray());
    return col(EVENT_TYPE).isin(PASSED_ON).and(inOpenChannel);
  }

  private static Dataset<Row> inCascades(Dataset<Row> posts) {
    Dataset<Row> spread = posts.filter(canSpread());
    Column isFirst = col(POST_ID).equalTo(col(ROOT_ID));
    Dataset<Row> firsts =
        spread
            .filter(isFirst)
            .select(col(COMMUNITY_ID), col(ROOT_ID), col(AUTHOR_NUMBER).as(FIRST_AUTHOR));
    return spread
        .filter(not(isFirst))
        .join(firsts, new String[] {COMMUNITY_ID, ROOT_ID})
        .filter(col(AUTHOR_NUMBER).notEqual(col(FIRST_AUTHOR)))
        .select(occasion(col(FIRST_AUTHOR), col(AUTHOR_NUMBER), col(POSTED_TS)));
  }

  private static Column[] occasion(Column author, Column reached, Column instant) {
    return new Column[] {
      col(COMMUNITY_ID),
      author.as(AUTHOR_NUMBER),
      reached.as(REACHED_NUMBER),
      col(CHANNEL),
      instant.as(EVENT_TS)
    };
  }
}
