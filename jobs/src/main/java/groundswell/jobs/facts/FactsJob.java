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
import java.util.Set;
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
    Draft draft = tables.draft(run);
    try (Kept kept = new Kept()) {
      channels(workbench, draft);
      Dataset<Row> events = tables.read(CORE_EVENT).filter(slice.filter());
      Dataset<Row> superseded = kept.keep(CountedEvents.superseded(events));
      Dataset<Row> counted = CountedEvents.from(events, superseded);
      Dataset<Row> dimMember = members(draft, slice, counted, kept);
      Dataset<Row> members = kept.keep(NumberedEvents.members(dimMember));
      Dataset<Row> numbered = kept.keep(NumberedEvents.number(counted, members));
      Facts facts = new Facts(numbered, dimMember, tables.read(CORE_DIM_COMMUNITY));
      draft.replaceTogether(slice, facts.ofEvents());
      draft.replaceTogether(
          slice, facts.ofFacts(table -> draft.read(table).filter(slice.filter())));
      draft.replaceTogether(
          slice, facts.ofMemberDays(table -> draft.read(table).filter(slice.filter())));
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
    Dataset<Row> lives = kept.keep(MemberLives.from(counted));
    Dataset<Row> known = draft.read(CORE_DIM_MEMBER).filter(slice.filter());
    draft.replace(CORE_DIM_MEMBER, slice, MemberDimension.ofLives(lives, known));
    return kept.keep(draft.read(CORE_DIM_MEMBER).filter(slice.filter()));
  }
}
