package groundswell.jobs.facts;

import static groundswell.schemas.Table.*;
import static org.apache.spark.sql.functions.not;

import groundswell.jobs.lineage.Behind;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Stage 2: core.event to core.dim_* and core.fact_*. */
@Command(
    name = "facts",
    description = "Turn events into facts and dimensions.",
    footer = {"", "Example:", "  ./groundswell facts --community bicycles"})
public final class FactsJob extends CommunityStage {
  public FactsJob() {
    super(
        List.of(CORE_EVENT, CORE_DIM_COMMUNITY),
        List.of(
            CORE_DIM_MEMBER,
            CORE_DIM_CHANNEL,
            CORE_FACT_ADOPTION,
            CORE_FACT_ARRIVAL,
            CORE_FACT_BUILD_EVENT,
            CORE_FACT_CONTRIBUTION,
            CORE_FACT_INTERACTION,
            CORE_FACT_LAUNCH_EVENT,
            CORE_FACT_MARKET,
            CORE_FACT_MEETUP_EVENT,
            CORE_FACT_MEMBER_ACTIVITY,
            CORE_FACT_MEMBER_DAY,
            CORE_FACT_MILESTONE,
            CORE_FACT_ORDER_LINE,
            CORE_FACT_POST,
            CORE_FACT_REFERRAL,
            CORE_FACT_SERVICE_CHARGE,
            CORE_FACT_STAFFING,
            CORE_FACT_SURVEY,
            CORE_FACT_TICKET,
            CORE_FACT_TIE_STATE,
            CORE_FACT_TOUCH));
  }

  @Override
  public String stage() {
    return "facts";
  }

  @Override
  protected Set<Table> madeFrom(Table output) {
    return Facts.madeFrom(output);
  }

  @Override
  protected void build(Rebuild rebuild) {
    Dataset<Row> events = rebuild.read(CORE_EVENT);
    Dataset<Row> superseded = rebuild.keep(CountedEvents.superseded(events));
    Dataset<Row> counted = CountedEvents.from(events, superseded);
    if (rebuild.wanted().contains(CORE_DIM_CHANNEL)) {
      channels(rebuild);
    }
    Dataset<Row> stored = rebuild.read(CORE_DIM_COMMUNITY);
    List<Row> communities = stored.collectAsList(); // a row each: read once, then at hand
    QualifyingTypes qualifying = QualifyingTypes.of(communities);
    Dataset<Row> dimMember = members(rebuild, MemberLives.from(counted, qualifying));
    Dataset<Row> members = rebuild.keep(NumberedEvents.members(dimMember));
    Dataset<Row> numbered = rebuild.keep(NumberedEvents.brief(counted, members));
    Dataset<Row> few = counted.filter(not(EventKinds.isFrequent()));
    Dataset<Row> detailed = rebuild.keep(NumberedEvents.number(few, members));
    Dataset<Row> posts = rebuild.keep(PostFact.posts(numbered));
    Dataset<Row> atHand =
        Behind.copy(
            rebuild.workbench().spark().createDataFrame(communities, stored.schema()), stored);
    Facts facts = new Facts(numbered, detailed, posts, dimMember, atHand, qualifying);
    Map<Table, Supplier<Dataset<Row>>> ofEvents = facts.ofEvents();
    ofEvents.put(CORE_FACT_ARRIVAL, () -> ArrivalFact.from(events));
    rebuild.write(ofEvents);
    rebuild.write(facts.ofFacts(rebuild::written));
    rebuild.write(facts.ofMemberDays(rebuild::written));
  }

  /** The channels depend on no event; they are written once. */
  private static void channels(Rebuild rebuild) {
    if (!rebuild.workbench().tables().exists(CORE_DIM_CHANNEL)) {
      Dataset<Row> none = rebuild.workbench().tables().read(CORE_DIM_CHANNEL);
      rebuild
          .draft()
          .replace(
              CORE_DIM_CHANNEL,
              Slice.all(),
              rebuild.workbench().spark().createDataFrame(ChannelDimension.rows(), none.schema()));
    }
  }

  private static Dataset<Row> members(Rebuild rebuild, Dataset<Row> told) {
    Dataset<Row> lives = rebuild.keep(told);
    Dataset<Row> known = rebuild.read(CORE_DIM_MEMBER);
    rebuild
        .draft()
        .restate(CORE_DIM_MEMBER, rebuild.slice(), MemberDimension.ofLives(lives, known));
    return rebuild.keep(rebuild.written(CORE_DIM_MEMBER));
  }
}
