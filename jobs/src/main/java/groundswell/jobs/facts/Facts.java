package groundswell.jobs.facts;

import static groundswell.schemas.Table.*;

import groundswell.schemas.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All facts, in three steps: of the events, of the facts just written, of those. What is written is
 * read back sooner than computed twice, and keeps the plans of the later steps short.
 *
 * @param numbered all events, without the details
 * @param detailed events with details; they are few
 */
record Facts(
    Dataset<Row> numbered,
    Dataset<Row> detailed,
    Dataset<Row> posts,
    Dataset<Row> dimMember,
    Dataset<Row> communities,
    QualifyingTypes qualifying) {
  private static final Map<Table, Set<Table>> PARTS =
      Map.of(
          CORE_FACT_ADOPTION, Set.of(CORE_FACT_ORDER_LINE),
          CORE_FACT_INTERACTION, Set.of(CORE_FACT_POST),
          CORE_FACT_LAUNCH_EVENT, Set.of(CORE_FACT_ORDER_LINE),
          CORE_FACT_MEMBER_DAY, Set.of(CORE_FACT_MEMBER_ACTIVITY, CORE_FACT_TIE_STATE),
          CORE_FACT_TIE_STATE, Set.of(CORE_FACT_MEMBER_ACTIVITY),
          CORE_FACT_TOUCH, Set.of(CORE_FACT_TICKET));

  /** Every fact needs the members; some are made from other facts. */
  static Set<Table> madeFrom(Table fact) {
    Set<Table> parts = new TreeSet<>(PARTS.getOrDefault(fact, Set.of()));
    parts.add(CORE_DIM_MEMBER);
    return parts;
  }

  Map<Table, Supplier<Dataset<Row>>> ofEvents() {
    Map<Table, Supplier<Dataset<Row>>> facts = new TreeMap<>(eventByEvent());
    facts.put(
        CORE_FACT_MEMBER_ACTIVITY, () -> MemberActivityFact.from(numbered, dimMember, qualifying));
    facts.put(CORE_FACT_CONTRIBUTION, () -> ContributionFact.from(detailed, dimMember));
    facts.put(CORE_FACT_MILESTONE, () -> MilestoneFact.from(numbered, dimMember));
    facts.put(CORE_FACT_ORDER_LINE, () -> OrderLineFact.from(numbered));
    facts.put(CORE_FACT_POST, () -> PostFact.ofPosts(posts));
    facts.put(CORE_FACT_TICKET, () -> TicketFact.from(detailed));
    return facts;
  }

  /** Facts each of whose rows tells of one event. */
  private Map<Table, Supplier<Dataset<Row>>> eventByEvent() {
    return Map.of(
        CORE_FACT_BUILD_EVENT, () -> BuildEventFact.from(numbered),
        CORE_FACT_MARKET, () -> MarketFact.from(detailed),
        CORE_FACT_MEETUP_EVENT, () -> MeetupEventFact.from(detailed),
        CORE_FACT_REFERRAL, () -> ReferralFact.from(detailed),
        CORE_FACT_SERVICE_CHARGE, () -> ServiceChargeFact.from(detailed),
        CORE_FACT_STAFFING, () -> StaffingFact.from(detailed),
        CORE_FACT_SURVEY, () -> SurveyFact.from(detailed));
  }

  Map<Table, Supplier<Dataset<Row>>> ofFacts(Function<Table, Dataset<Row>> written) {
    Dataset<Row> orderLines = written.apply(CORE_FACT_ORDER_LINE);
    Dataset<Row> activity = written.apply(CORE_FACT_MEMBER_ACTIVITY);
    return Map.of(
        CORE_FACT_ADOPTION, () -> AdoptionFact.from(numbered, orderLines, communities),
        CORE_FACT_INTERACTION, () -> InteractionFact.from(numbered, written.apply(CORE_FACT_POST)),
        CORE_FACT_LAUNCH_EVENT, () -> LaunchEventFact.from(numbered, orderLines, communities),
        CORE_FACT_TIE_STATE, () -> TieStateFact.from(activity, numbered, dimMember),
        CORE_FACT_TOUCH, () -> TouchFact.from(numbered, written.apply(CORE_FACT_TICKET)));
  }

  Map<Table, Supplier<Dataset<Row>>> ofMemberDays(Function<Table, Dataset<Row>> written) {
    return Map.of(
        CORE_FACT_MEMBER_DAY,
        () ->
            MemberDayFact.from(
                written.apply(CORE_FACT_MEMBER_ACTIVITY),
                written.apply(CORE_FACT_TIE_STATE),
                dimMember));
  }
}
