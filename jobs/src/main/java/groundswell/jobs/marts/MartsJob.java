package groundswell.jobs.marts;

import static groundswell.schemas.Table.*;

import groundswell.jobs.facts.Kept;
import groundswell.jobs.facts.SelectionOptions;
import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Stage 3: facts to marts. The marts of a community whose facts changed are built anew, those of
 * all such communities in one pass.
 */
@Command(
    name = "marts",
    description = "Turn facts into marts, the tables that dashboards read.",
    footer = {"", "Example:", "  ./groundswell marts --community bicycles"})
public final class MartsJob implements Job {
  private static final Table[] INPUTS = {
    CORE_DIM_COMMUNITY,
    CORE_DIM_MEMBER,
    CORE_FACT_BUILD_EVENT,
    CORE_FACT_INTERACTION,
    CORE_FACT_LAUNCH_EVENT,
    CORE_FACT_MEMBER_DAY,
    CORE_FACT_ORDER_LINE,
    CORE_FACT_POST,
    CORE_FACT_TIE_STATE
  };
  private static final Table[] OUTPUTS = {
    MART_ACTIVE_MEMBERS,
    MART_ACTIVITY_DAILY,
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
    MART_TIE_STRENGTH
  };

  @Mixin private CommonOptions options = new CommonOptions();

  @Mixin private SelectionOptions selected = new SelectionOptions();

  @Override
  public String stage() {
    return "marts";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench workbench) {
    Tables tables = workbench.tables();
    Set<String> changed =
        selected.selection().changed(tables, CORE_DIM_MEMBER, MART_ACTIVITY_DAILY);
    if (changed.isEmpty()) {
      return Summary.NOTHING;
    }
    Slice slice = Slice.communities(changed);
    Run run =
        Run.of(stage(), slice)
            .reading(tables, INPUTS)
            .writing(OUTPUTS)
            .madeBy(workbench.codeVersion())
            .catchingUp(changed);
    Map<Table, Dataset<Row>> inputs = new TreeMap<>();
    for (Table input : INPUTS) {
      inputs.put(input, tables.read(input).filter(slice.filter()));
    }
    Draft draft = tables.draft(run);
    try (Kept kept = new Kept()) {
      Map<Table, Dataset<Row>> marts = new TreeMap<>();
      memberMarts(inputs, kept, marts);
      contentMarts(inputs, kept, marts);
      commerceMarts(inputs, kept, marts);
      draft.replaceTogether(slice, marts);
      long rowsIn = inputs.values().stream().mapToLong(Dataset::count).sum();
      return new Summary(rowsIn, draft.publish().rowsOut(), 0);
    }
  }

  private static void memberMarts(
      Map<Table, Dataset<Row>> inputs, Kept kept, Map<Table, Dataset<Row>> marts) {
    Dataset<Row> memberDay = inputs.get(CORE_FACT_MEMBER_DAY);
    Dataset<Row> dimMember = inputs.get(CORE_DIM_MEMBER);
    Dataset<Row> tieStates = inputs.get(CORE_FACT_TIE_STATE);
    Dataset<Row> channelDays = kept.keep(ChannelDays.from(memberDay));
    Dataset<Row> channelSpans = kept.keep(ChannelSpans.from(channelDays));
    marts.put(MART_ACTIVITY_DAILY, ActivityDaily.from(memberDay));
    marts.put(MART_ACTIVE_MEMBERS, ActiveMembers.from(channelDays));
    marts.put(MART_STICKINESS, Stickiness.from(channelSpans));
    marts.put(MART_LIFECYCLE, Lifecycle.from(channelSpans));
    marts.put(MART_RETENTION_COHORT, RetentionCohort.from(channelSpans, dimMember));
    marts.put(MART_TIE_FUNNEL, TieFunnel.from(tieStates, dimMember, channelDays));
  }

  private static void contentMarts(
      Map<Table, Dataset<Row>> inputs, Kept kept, Map<Table, Dataset<Row>> marts) {
    Dataset<Row> communities = inputs.get(CORE_DIM_COMMUNITY);
    Dataset<Row> edges = kept.keep(EdgeWeekly.from(inputs.get(CORE_FACT_INTERACTION), communities));
    marts.put(
        MART_BUILD_LOOP,
        BuildLoop.from(inputs.get(CORE_FACT_BUILD_EVENT), inputs.get(CORE_DIM_MEMBER)));
    marts.put(MART_CONTENT_RESPONSE, ContentResponse.from(inputs.get(CORE_FACT_POST)));
    marts.put(MART_EDGE_WEEKLY, edges);
    marts.put(MART_TIE_STRENGTH, TieStrength.from(edges, communities));
  }

  private static void commerceMarts(
      Map<Table, Dataset<Row>> inputs, Kept kept, Map<Table, Dataset<Row>> marts) {
    Dataset<Row> launchEvents = kept.keep(inputs.get(CORE_FACT_LAUNCH_EVENT));
    marts.put(MART_LAUNCH, Launch.from(launchEvents));
    marts.put(MART_LAUNCH_CURVE, LaunchCurve.from(launchEvents));
    marts.put(MART_ORDER_ECONOMICS, OrderEconomics.from(inputs.get(CORE_FACT_ORDER_LINE)));
  }
}
