package groundswell.jobs.marts;

import static groundswell.schemas.Columns.EVENT_DATE;
import static groundswell.schemas.Table.CORE_FACT_MEMBER_DAY;
import static org.apache.spark.sql.functions.max;

import groundswell.jobs.facts.CommunityStage;
import groundswell.jobs.facts.Rebuild;
import groundswell.jobs.marts.commerce.CommerceMarts;
import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartOrder;
import groundswell.jobs.marts.mart.MartRun;
import groundswell.jobs.marts.members.MemberMarts;
import groundswell.jobs.marts.programme.ProgrammeMarts;
import groundswell.jobs.marts.scorecard.ScorecardMarts;
import groundswell.jobs.marts.service.ServiceMarts;
import groundswell.jobs.marts.ties.TieMarts;
import groundswell.jobs.marts.wordofmouth.WordOfMouthMarts;
import groundswell.schemas.Table;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;

/** Stage 3: facts to marts. */
@Command(
    name = "marts",
    description = "Turn facts into marts, the tables that dashboards read.",
    footer = {"", "Example:", "  ./groundswell marts --community bicycles"})
public final class MartsJob extends CommunityStage {
  static final List<Mart> MARTS =
      Stream.of(
              MemberMarts.all(),
              TieMarts.all(),
              ProgrammeMarts.all(),
              ServiceMarts.all(),
              CommerceMarts.all(),
              WordOfMouthMarts.all(),
              ScorecardMarts.all())
          .flatMap(List::stream)
          .toList();

  public MartsJob() {
    super(
        MartOrder.inputs(MARTS).stream().sorted().toList(),
        MartOrder.tables(MARTS).stream().toList());
  }

  @Override
  public String stage() {
    return "marts";
  }

  /** The facts and dimensions that marts are made from, directly or over other marts. */
  public static Set<Table> inputsOf(Set<Table> marts) {
    return MartOrder.inputs(MartOrder.closed(MARTS, marts));
  }

  @Override
  protected Set<Table> madeFrom(Table output) {
    return MartOrder.reads(MARTS, output);
  }

  @Override
  protected void build(Rebuild rebuild) {
    MartRun.build(
        MARTS.stream().filter(mart -> rebuild.wanted().contains(mart.table())).toList(), rebuild);
    tellCompleteness(rebuild);
  }

  /** A day is complete when a later one has begun; see decision 0043. */
  private static void tellCompleteness(Rebuild rebuild) {
    Dataset<Row> days = rebuild.workbench().tables().read(CORE_FACT_MEMBER_DAY);
    Date last = days.agg(max(EVENT_DATE)).first().getDate(0);
    if (last != null) {
      rebuild.draft().completeThrough(last.toLocalDate().minusDays(1));
    }
  }
}
