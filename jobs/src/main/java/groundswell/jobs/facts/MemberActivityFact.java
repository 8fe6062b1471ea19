package groundswell.jobs.facts;

import static groundswell.jobs.facts.NumberedEvents.ACTOR_NUMBER;
import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each member did per day and channel, in qualifying events. Grain: one row per (community_id,
 * event_date, channel, member_number). Contract: {@code core.fact_member_activity}.
 */
public final class MemberActivityFact {
  private static final String ACTOR_IS_STAFF = "actor_is_staff";
  private static final String TARGET_IS_STAFF = "target_is_staff";

  private MemberActivityFact() {}

  /**
   * Builds the fact from numbered events; {@code dimMember} tells who is staff, {@code qualifying}
   * what counts.
   */
  static Dataset<Row> from(
      Dataset<Row> numberedEvents, Dataset<Row> dimMember, QualifyingTypes qualifying) {
    Column touch = col(TARGET_NUMBER).notEqual(col(ACTOR_NUMBER));
    Column staffTouch = touch.and(isTrue(ACTOR_IS_STAFF).notEqual(isTrue(TARGET_IS_STAFF)));
    return numberedEvents
        .filter(qualifying.condition().and(col(ACTOR_NUMBER).isNotNull()))
        .transform(events -> markStaff(events, dimMember, ACTOR_NUMBER, ACTOR_IS_STAFF))
        .transform(events -> markStaff(events, dimMember, TARGET_NUMBER, TARGET_IS_STAFF))
        .groupBy(
            col(ACTOR_NUMBER).as(MEMBER_NUMBER),
            col(EVENT_DATE),
            col(CHANNEL),
            col(COMMUNITY_ID),
            col(PERIOD))
        .agg(
            count("*").as(EVENTS),
            count_if(EventKinds.isPost()).as(POSTS),
            count_if(EventKinds.isReaction()).as(REACTIONS),
            count_if(touch).as(TOUCHPOINTS),
            count_if(staffTouch).as(STAFF_TOUCHES))
        .select(
            COMMUNITY_ID,
            EVENT_DATE,
            PERIOD,
            CHANNEL,
            MEMBER_NUMBER,
            EVENTS,
            POSTS,
            REACTIONS,
            TOUCHPOINTS,
            STAFF_TOUCHES);
  }

  private static Dataset<Row> markStaff(
      Dataset<Row> events, Dataset<Row> dimMember, String number, String mark) {
    Dataset<Row> staff =
        dimMember
            .filter(col(IS_CURRENT).and(col(ACTOR_KIND).isin("employee", "founder")))
            .select(col(COMMUNITY_ID), col(MEMBER_NUMBER).as(number), lit(true).as(mark));
    return events.join(broadcast(staff), new String[] {COMMUNITY_ID, number}, "left");
  }

  private static Column isTrue(String mark) {
    return coalesce(col(mark), lit(false));
  }
}
