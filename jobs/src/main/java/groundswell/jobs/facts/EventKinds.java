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

  private static final Object[] FREQUENT = {
    "build_installed",
    "build_vote_cast",
    "cart_rejected",
    "content_exposed",
    "follow",
    "friend_confirmed",
    "member_joined",
    "mention",
    "message_sent",
    "order_paid",
    "order_placed",
    "reaction_added",
    "reservation_made"
  };

  private EventKinds() {}

  /** Types that come in numbers, and of which the facts tell what all events have in common. */
  static Column isFrequent() {
    return isPost().or(col(EVENT_TYPE).isin(FREQUENT));
  }

  static Column isPost() {
    return col(EVENT_TYPE).isin(POSTS);
  }

  static Column isReaction() {
    return col(EVENT_TYPE).equalTo("reaction_added");
  }
}
