package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** Which event types count as what. */
final class EventKinds {
  private static final Object[] POSTS = {
    "broadcast_posted",
    "broadcast_reposted",
    "feed_commented",
    "feed_posted",
    "feed_shared",
    "reply_created",
    "thread_created"
  };

  private EventKinds() {}

  static Column isPost() {
    return col(EVENT_TYPE).isin(POSTS);
  }

  static Column isReaction() {
    return col(EVENT_TYPE).equalTo("reaction_added");
  }
}
