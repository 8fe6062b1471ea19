package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Which event types count as what. Qualifying are a member's own acts; what is done to a member,
 * shown to a member, observed in the market or written by a system does not make anybody active.
 */
public final class EventKinds {
  /** Types that make their actor active, unless the configuration names others. */
  public static final List<String> QUALIFYING =
      List.of(
          "answer_accepted",
          "broadcast_posted",
          "broadcast_reposted",
          "build_installed",
          "build_vote_cast",
          "cart_rejected",
          "contribution_submitted",
          "csat_answered",
          "feed_commented",
          "feed_posted",
          "feed_shared",
          "follow",
          "friend_confirmed",
          "friend_removed",
          "issue_reported",
          "meetup_announced",
          "meetup_attended",
          "meetup_rsvp",
          "member_joined",
          "mention",
          "message_sent",
          "nps_answered",
          "order_paid",
          "order_placed",
          "order_returned",
          "payment_failed",
          "reaction_added",
          "reaction_removed",
          "referral_clicked",
          "referral_converted",
          "referral_shared",
          "reply_created",
          "reservation_cancelled",
          "reservation_made",
          "service_replied",
          "service_subscribed",
          "service_ticket_opened",
          "thread_created",
          "unfollow");

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

  static Column isQualifying() {
    return col(EVENT_TYPE).isin(QUALIFYING.toArray());
  }

  static Column isPost() {
    return col(EVENT_TYPE).isin(POSTS);
  }

  static Column isReaction() {
    return col(EVENT_TYPE).equalTo("reaction_added");
  }
}
