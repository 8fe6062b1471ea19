package groundswell.schemas;

import java.util.Locale;

/**
 * Names one table of the warehouse: a layer (core, mart, calibration, simulation, plan, meta) and a
 * name in it. The constants are generated from the contracts by {@code CatalogueWriter}.
 */
public record Table(String namespace, String name) implements Comparable<Table> {
  // contracts: begin
  public static final Table CALIBRATION_CLAIM_GAP = new Table("calibration", "claim_gap");
  public static final Table CALIBRATION_ESTIMATE = new Table("calibration", "estimate");
  public static final Table CALIBRATION_LAUNCH = new Table("calibration", "launch");
  public static final Table CALIBRATION_LTV_FORECAST = new Table("calibration", "ltv_forecast");
  public static final Table CORE_DIM_CHANNEL = new Table("core", "dim_channel");
  public static final Table CORE_DIM_COMMUNITY = new Table("core", "dim_community");
  public static final Table CORE_DIM_MEMBER = new Table("core", "dim_member");
  public static final Table CORE_EVENT = new Table("core", "event");
  public static final Table CORE_FACT_ADOPTION = new Table("core", "fact_adoption");
  public static final Table CORE_FACT_ARRIVAL = new Table("core", "fact_arrival");
  public static final Table CORE_FACT_BUILD_EVENT = new Table("core", "fact_build_event");
  public static final Table CORE_FACT_CONTRIBUTION = new Table("core", "fact_contribution");
  public static final Table CORE_FACT_INTERACTION = new Table("core", "fact_interaction");
  public static final Table CORE_FACT_LAUNCH_EVENT = new Table("core", "fact_launch_event");
  public static final Table CORE_FACT_MARKET = new Table("core", "fact_market");
  public static final Table CORE_FACT_MEETUP_EVENT = new Table("core", "fact_meetup_event");
  public static final Table CORE_FACT_MEMBER_ACTIVITY = new Table("core", "fact_member_activity");
  public static final Table CORE_FACT_MEMBER_DAY = new Table("core", "fact_member_day");
  public static final Table CORE_FACT_MILESTONE = new Table("core", "fact_milestone");
  public static final Table CORE_FACT_ORDER_LINE = new Table("core", "fact_order_line");
  public static final Table CORE_FACT_POST = new Table("core", "fact_post");
  public static final Table CORE_FACT_REFERRAL = new Table("core", "fact_referral");
  public static final Table CORE_FACT_SERVICE_CHARGE = new Table("core", "fact_service_charge");
  public static final Table CORE_FACT_STAFFING = new Table("core", "fact_staffing");
  public static final Table CORE_FACT_SURVEY = new Table("core", "fact_survey");
  public static final Table CORE_FACT_TICKET = new Table("core", "fact_ticket");
  public static final Table CORE_FACT_TIE_STATE = new Table("core", "fact_tie_state");
  public static final Table CORE_FACT_TOUCH = new Table("core", "fact_touch");
  public static final Table CORE_REJECTED_EVENT = new Table("core", "rejected_event");
  public static final Table MART_ACTIVE_MEMBERS = new Table("mart", "active_members");
  public static final Table MART_ACTIVITY_DAILY = new Table("mart", "activity_daily");
  public static final Table MART_ARPU = new Table("mart", "arpu");
  public static final Table MART_ATTACH = new Table("mart", "attach");
  public static final Table MART_BUILD_LOOP = new Table("mart", "build_loop");
  public static final Table MART_CASCADE = new Table("mart", "cascade");
  public static final Table MART_CASCADE_SIZE = new Table("mart", "cascade_size");
  public static final Table MART_COMMUNITY_SCORECARD = new Table("mart", "community_scorecard");
  public static final Table MART_CONTENT_RESPONSE = new Table("mart", "content_response");
  public static final Table MART_CONTRIBUTION = new Table("mart", "contribution");
  public static final Table MART_EDGE_WEEKLY = new Table("mart", "edge_weekly");
  public static final Table MART_LAUNCH = new Table("mart", "launch");
  public static final Table MART_LAUNCH_CURVE = new Table("mart", "launch_curve");
  public static final Table MART_LIFECYCLE = new Table("mart", "lifecycle");
  public static final Table MART_LTV = new Table("mart", "ltv");
  public static final Table MART_MEETUP = new Table("mart", "meetup");
  public static final Table MART_MEMBER_REACH = new Table("mart", "member_reach");
  public static final Table MART_NETWORK_HEALTH = new Table("mart", "network_health");
  public static final Table MART_NPS_WOM = new Table("mart", "nps_wom");
  public static final Table MART_ORDER_ECONOMICS = new Table("mart", "order_economics");
  public static final Table MART_REFERRAL = new Table("mart", "referral");
  public static final Table MART_RETENTION_COHORT = new Table("mart", "retention_cohort");
  public static final Table MART_RING_LADDER = new Table("mart", "ring_ladder");
  public static final Table MART_SEEDING_FUNNEL = new Table("mart", "seeding_funnel");
  public static final Table MART_SERVICE_DESK = new Table("mart", "service_desk");
  public static final Table MART_SHARE_OF_VOICE = new Table("mart", "share_of_voice");
  public static final Table MART_STICKINESS = new Table("mart", "stickiness");
  public static final Table MART_TIE_FUNNEL = new Table("mart", "tie_funnel");
  public static final Table MART_TIE_STRENGTH = new Table("mart", "tie_strength");
  public static final Table MART_TIE_TRANSITION = new Table("mart", "tie_transition");
  public static final Table MART_TOUCH_ASSOCIATION = new Table("mart", "touch_association");
  public static final Table MART_TRANSITION_ATTRIBUTION =
      new Table("mart", "transition_attribution");
  public static final Table MART_WALLET = new Table("mart", "wallet");
  public static final Table META_CONTRACT_STATUS = new Table("meta", "contract_status");
  public static final Table META_ERASURE_LEDGER = new Table("meta", "erasure_ledger");
  public static final Table META_FRESHNESS = new Table("meta", "freshness");
  public static final Table META_LATENESS = new Table("meta", "lateness");
  public static final Table META_PUBLICATION = new Table("meta", "publication");
  public static final Table META_QUARANTINE_SUMMARY = new Table("meta", "quarantine_summary");
  public static final Table META_RECONCILIATION = new Table("meta", "reconciliation");
  public static final Table META_RUN = new Table("meta", "run");
  public static final Table META_VOLUME = new Table("meta", "volume");
  public static final Table PLAN_ANSWER = new Table("plan", "answer");
  public static final Table PLAN_COMPARISON = new Table("plan", "comparison");
  public static final Table PLAN_LAUNCH_PLAN = new Table("plan", "launch_plan");
  public static final Table PLAN_PROFIT_CURVE = new Table("plan", "profit_curve");
  public static final Table PLAN_REACTIVE_BUILD = new Table("plan", "reactive_build");
  public static final Table PLAN_SALE_DRAW = new Table("plan", "sale_draw");
  public static final Table PUBLIC_RING_LADDER = new Table("public", "ring_ladder");
  public static final Table PUBLIC_TIE_FUNNEL = new Table("public", "tie_funnel");
  public static final Table SIMULATION_GROWTH_CAUSE = new Table("simulation", "growth_cause");
  public static final Table SIMULATION_GROWTH_DAILY = new Table("simulation", "growth_daily");
  public static final Table SIMULATION_RUN = new Table("simulation", "run");
  public static final Table SIMULATION_SALE_DRAW = new Table("simulation", "sale_draw");

  // contracts: end

  /** The table with a name such as {@code mart.launch}. */
  public static Table of(String fullName) {
    int dot = fullName.indexOf('.');
    if (dot < 1 || dot == fullName.length() - 1) {
      throw new IllegalArgumentException(
          "A table is named <layer>.<name>, e.g. mart.launch, but is '%s'".formatted(fullName));
    }
    return new Table(fullName.substring(0, dot), fullName.substring(dot + 1));
  }

  /** Layer and name, e.g. {@code mart.launch}. */
  public String fullName() {
    return namespace + "." + name;
  }

  /** The constant of this dictionary, e.g. {@code MART_LAUNCH}. */
  String constant() {
    return (namespace + "_" + name).toUpperCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Table other) {
    return fullName().compareTo(other.fullName());
  }

  @Override
  public String toString() {
    return fullName();
  }
}
