package groundswell.schemas;

import java.util.List;

/**
 * Event types that make their actor active. By default a member's own acts; what is done to a
 * member, shown to a member, observed in the market or written by a system makes nobody active. A
 * community may name others: {@code activity_event_types} in {@code core.dim_community}.
 */
public final class ActivityTypes {
  /** What counts where a community names nothing; sorted. */
  public static final List<String> DEFAULT =
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

  private ActivityTypes() {}
}
