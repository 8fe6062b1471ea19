package groundswell.jobs.facts;

import static groundswell.schemas.Table.*;

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
 * Stage 2: core.event to core.dim_* and core.fact_*. A community of which any period changed is
 * built anew as a whole, all changed communities in one pass; see decision 0041.
 */
@Command(
    name = "facts",
    description = "Turn events into facts and dimensions.",
    footer = {"", "Example:", "  ./groundswell facts --community bicycles"})
public final class FactsJob implements Job {
  private static final Table[] INPUTS = {CORE_EVENT, CORE_DIM_COMMUNITY};
  private static final Table[] OUTPUTS = {
    CORE_DIM_CHANNEL,
    CORE_DIM_MEMBER,
    CORE_FACT_ADOPTION,
    CORE_FACT_BUILD_EVENT,
    CORE_FACT_INTERACTION,
    CORE_FACT_LAUNCH_EVENT,
    CORE_FACT_MEMBER_ACTIVITY,
    CORE_FACT_MEMBER_DAY,
    CORE_FACT_ORDER_LINE,
    CORE_FACT_POST,
    CORE_FACT_TIE_STATE
  };

  @Mixin private CommonOptions options = new CommonOptions();

  @Mixin private SelectionOptions selected = new SelectionOptions();

  @Override
  public String stage() {
    return "facts";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench workbench) {
    Tables tables = workbench.tables();
    Set<String> changed = selected.selection().changed(tables, CORE_EVENT, CORE_DIM_MEMBER);
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
    Dataset<Row> events = tables.read(CORE_EVENT).filter(slice.filter());
    Draft draft = tables.draft(run);
    try (Kept kept = new Kept()) {
      channels(workbench, draft);
      Dataset<Row> counted = CountedEvents.from(events);
      Dataset<Row> dimMember = members(draft, slice, counted, kept);
      draft.replaceTogether(slice, facts(tables, counted, dimMember, kept));
      return new Summary(events.count(), draft.publish().rowsOut(), 0);
    }
  }

  /** The channels depend on no event; they are written once. */
  private static void channels(Workbench workbench, Draft draft) {
    if (!workbench.tables().exists(CORE_DIM_CHANNEL)) {
      Dataset<Row> none = workbench.tables().read(CORE_DIM_CHANNEL);
      draft.replace(
          CORE_DIM_CHANNEL,
          Slice.all(),
          workbench.spark().createDataFrame(ChannelDimension.rows(), none.schema()));
    }
  }

  private static Dataset<Row> members(Draft draft, Slice slice, Dataset<Row> counted, Kept kept) {
    Dataset<Row> sightings = kept.keep(MemberSightings.from(counted));
    Dataset<Row> known = draft.read(CORE_DIM_MEMBER).filter(slice.filter());
    draft.replace(CORE_DIM_MEMBER, slice, MemberDimension.from(counted, sightings, known));
    return kept.keep(draft.read(CORE_DIM_MEMBER).filter(slice.filter()));
  }

  private static Map<Table, Dataset<Row>> facts(
      Tables tables, Dataset<Row> counted, Dataset<Row> dimMember, Kept kept) {
    Dataset<Row> members = kept.keep(NumberedEvents.members(dimMember));
    Dataset<Row> numbered = NumberedEvents.number(counted, members);
    Map<Table, Dataset<Row>> facts = new TreeMap<>();
    memberFacts(numbered, dimMember, kept, facts);
    Dataset<Row> posts = kept.keep(PostFact.from(numbered));
    facts.put(CORE_FACT_POST, posts);
    facts.put(CORE_FACT_INTERACTION, InteractionFact.from(numbered, posts));
    facts.put(CORE_FACT_BUILD_EVENT, BuildEventFact.from(numbered));
    commerceFacts(numbered, tables.read(CORE_DIM_COMMUNITY), kept, facts);
    return facts;
  }

  private static void memberFacts(
      Dataset<Row> numbered, Dataset<Row> dimMember, Kept kept, Map<Table, Dataset<Row>> facts) {
    Dataset<Row> activity = kept.keep(MemberActivityFact.from(numbered, dimMember));
    Dataset<Row> tieStates = kept.keep(TieStateFact.from(activity, numbered, dimMember));
    facts.put(CORE_FACT_MEMBER_ACTIVITY, activity);
    facts.put(CORE_FACT_TIE_STATE, tieStates);
    facts.put(CORE_FACT_MEMBER_DAY, MemberDayFact.from(activity, tieStates, dimMember));
  }

  private static void commerceFacts(
      Dataset<Row> numbered, Dataset<Row> communities, Kept kept, Map<Table, Dataset<Row>> facts) {
    Dataset<Row> orderLines = kept.keep(OrderLineFact.from(numbered));
    facts.put(CORE_FACT_ORDER_LINE, orderLines);
    facts.put(CORE_FACT_ADOPTION, AdoptionFact.from(numbered, orderLines, communities));
    facts.put(CORE_FACT_LAUNCH_EVENT, LaunchEventFact.from(numbered, orderLines, communities));
  }
}
