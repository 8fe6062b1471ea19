package groundswell.jobs.marts;

import static groundswell.schemas.Columns.EVENT_DATE;
import static groundswell.schemas.Table.CORE_FACT_MEMBER_DAY;
import static groundswell.schemas.Table.META_FRESHNESS;
import static groundswell.schemas.Table.META_VOLUME;
import static org.apache.spark.sql.functions.max;

import groundswell.jobs.facts.CommunityStage;
import groundswell.jobs.facts.Rebuild;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.commerce.CommerceMarts;
import groundswell.jobs.marts.health.HealthMarts;
import groundswell.jobs.marts.health.HealthWarnings;
import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartOrder;
import groundswell.jobs.marts.mart.MartRun;
import groundswell.jobs.marts.members.MemberMarts;
import groundswell.jobs.marts.open.PublicMarts;
import groundswell.jobs.marts.programme.ProgrammeMarts;
import groundswell.jobs.marts.scorecard.ScorecardMarts;
import groundswell.jobs.marts.service.ServiceMarts;
import groundswell.jobs.marts.ties.TieMarts;
import groundswell.jobs.marts.wordofmouth.WordOfMouthMarts;
import groundswell.schemas.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
              ScorecardMarts.all(),
              HealthMarts.all(),
              PublicMarts.all())
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
    if (rebuild.wanted().contains(META_VOLUME)) {
      warn(HealthWarnings.ofVolume(rebuild.written(META_VOLUME)));
    }
  }

  /** Says also what is overdue, which no run finds out to which nothing comes. */
  @Override
  public Summary run(Workbench workbench) {
    Summary summary = super.run(workbench);
    if (workbench.tables().exists(META_FRESHNESS)) {
      LocalDate today = LocalDate.ofInstant(workbench.clock().instant(), ZoneOffset.UTC);
      warn(HealthWarnings.ofFreshness(workbench.tables().read(META_FRESHNESS), today));
    }
    return summary;
  }

  private static void warn(Dataset<Row> sentences) {
    sentences
        .collectAsList()
        .forEach(row -> System.err.println("marts: warning: " + row.getString(0)));
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
