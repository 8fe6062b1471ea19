package groundswell.jobs.marts;

import static groundswell.schemas.Columns.EVENT_DATE;
import static groundswell.schemas.Table.*;
import static org.apache.spark.sql.functions.max;

import groundswell.jobs.facts.CommunityStage;
import groundswell.jobs.facts.Rebuild;
import groundswell.schemas.Table;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Stage 3: facts to marts. */
@Command(
    name = "marts",
    description = "Turn facts into marts, the tables that dashboards read.",
    footer = {"", "Example:", "  ./groundswell marts --community bicycles"})
public final class MartsJob extends CommunityStage {
  public MartsJob() {
    super(
        List.of(
            CORE_DIM_MEMBER,
            CORE_DIM_COMMUNITY,
            CORE_FACT_BUILD_EVENT,
            CORE_FACT_INTERACTION,
            CORE_FACT_LAUNCH_EVENT,
            CORE_FACT_MEMBER_DAY,
            CORE_FACT_ORDER_LINE,
            CORE_FACT_POST,
            CORE_FACT_TIE_STATE),
        List.of(
            MART_ACTIVITY_DAILY,
            MART_ACTIVE_MEMBERS,
            MART_BUILD_LOOP,
            MART_CONTENT_RESPONSE,
            MART_EDGE_WEEKLY,
            MART_LAUNCH,
            MART_LAUNCH_CURVE,
            MART_LIFECYCLE,
            MART_ORDER_ECONOMICS,
            MART_RETENTION_COHORT,
            MART_STICKINESS,
            MART_TIE_FUNNEL,
            MART_TIE_STRENGTH));
  }

  @Override
  public String stage() {
    return "marts";
  }

  @Override
  protected void build(Rebuild rebuild) {
    Map<Table, Supplier<Dataset<Row>>> marts = new TreeMap<>();
    memberMarts(rebuild, marts);
    contentMarts(rebuild, marts);
    commerceMarts(rebuild, marts);
    rebuild.write(marts);
    rebuild.write(Map.of(MART_TIE_STRENGTH, () -> tieStrength(rebuild)));
    tellCompleteness(rebuild);
  }

  private static Dataset<Row> tieStrength(Rebuild rebuild) {
    Dataset<Row> pairs =
        TieStrength.pairs(rebuild.written(MART_EDGE_WEEKLY), rebuild.read(CORE_DIM_COMMUNITY));
    return TieStrength.ofPairs(rebuild.keep(pairs));
  }

  /** A day is complete when a later one has begun; see decision 0043. */
  private static void tellCompleteness(Rebuild rebuild) {
    Dataset<Row> days = rebuild.workbench().tables().read(CORE_FACT_MEMBER_DAY);
    Date last = days.agg(max(EVENT_DATE)).first().getDate(0);
    if (last != null) {
      rebuild.draft().completeThrough(last.toLocalDate().minusDays(1));
    }
  }

  private static void memberMarts(Rebuild rebuild, Map<Table, Supplier<Dataset<Row>>> marts) {
    Dataset<Row> memberDay = rebuild.read(CORE_FACT_MEMBER_DAY);
    Dataset<Row> dimMember = rebuild.read(CORE_DIM_MEMBER);
    Dataset<Row> tieStates = rebuild.read(CORE_FACT_TIE_STATE);
    Dataset<Row> channelDays = rebuild.keep(ChannelDays.from(memberDay));
    Dataset<Row> channelSpans = rebuild.keep(ChannelSpans.from(channelDays));
    marts.put(MART_ACTIVITY_DAILY, () -> ActivityDaily.from(memberDay));
    marts.put(MART_ACTIVE_MEMBERS, () -> ActiveMembers.from(channelDays));
    marts.put(MART_STICKINESS, () -> Stickiness.from(channelSpans));
    marts.put(MART_LIFECYCLE, () -> Lifecycle.from(channelSpans));
    marts.put(MART_RETENTION_COHORT, () -> RetentionCohort.from(channelSpans, dimMember));
    marts.put(MART_TIE_FUNNEL, () -> TieFunnel.from(tieStates, dimMember, channelDays));
  }

  private static void contentMarts(Rebuild rebuild, Map<Table, Supplier<Dataset<Row>>> marts) {
    marts.put(
        MART_BUILD_LOOP,
        () -> BuildLoop.from(rebuild.read(CORE_FACT_BUILD_EVENT), rebuild.read(CORE_DIM_MEMBER)));
    marts.put(MART_CONTENT_RESPONSE, () -> ContentResponse.from(rebuild.read(CORE_FACT_POST)));
    marts.put(
        MART_EDGE_WEEKLY,
        () ->
            EdgeWeekly.from(rebuild.read(CORE_FACT_INTERACTION), rebuild.read(CORE_DIM_COMMUNITY)));
  }

  private static void commerceMarts(Rebuild rebuild, Map<Table, Supplier<Dataset<Row>>> marts) {
    Dataset<Row> launchEvents = rebuild.keep(rebuild.read(CORE_FACT_LAUNCH_EVENT));
    marts.put(MART_LAUNCH, () -> Launch.from(launchEvents));
    marts.put(MART_LAUNCH_CURVE, () -> LaunchCurve.from(launchEvents));
    marts.put(MART_ORDER_ECONOMICS, () -> OrderEconomics.from(rebuild.read(CORE_FACT_ORDER_LINE)));
  }
}
