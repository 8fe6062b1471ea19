package groundswell.runner;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Published;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stage 4 of 7. From marts to estimates with intervals, and one community bundle each. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description =
        "Estimate how word of mouth and launches run and how buyers go on, and write the bundles.",
    footer = {"", "Example:", "  ./groundswell calibrate --community aurora"})
public final class CalibrateJob implements Job {
  static final Table[] INPUTS = {
    Table.CORE_DIM_COMMUNITY,
    Table.CORE_DIM_MEMBER,
    Table.CORE_FACT_ADOPTION,
    Table.CORE_FACT_LAUNCH_EVENT,
    Table.CORE_FACT_MEMBER_DAY,
    Table.CORE_FACT_ORDER_LINE,
    Table.MART_EDGE_WEEKLY,
    Table.MART_LAUNCH,
    Table.MART_TIE_FUNNEL,
    Table.MART_TIE_STRENGTH
  };

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--community",
      paramLabel = "ID",
      split = ",",
      description = "Communities to calibrate (default: all).")
  private List<String> communities = new ArrayList<>();

  /** Of these communities. */
  static CalibrateJob of(Collection<String> communities) {
    CalibrateJob job = new CalibrateJob();
    job.communities = List.copyOf(communities);
    return job;
  }

  @Override
  public String stage() {
    return "calibrate";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench workbench) {
    Tables tables = workbench.tables();
    List<Row> chosen = chosen(tables);
    if (chosen.isEmpty()) {
      return Summary.NOTHING;
    }
    TreeSet<String> ids =
        chosen.stream().map(row -> row.getString(0)).collect(Collectors.toCollection(TreeSet::new));
    Run run =
        Run.of(stage(), Slice.communities(ids))
            .reading(tables, INPUTS)
            .reading(tables, ClaimRows.marts())
            .writing(
                Table.CALIBRATION_CLAIM_GAP,
                Table.CALIBRATION_ESTIMATE,
                Table.CALIBRATION_LAUNCH,
                Table.CALIBRATION_LTV_FORECAST)
            .configuredBy(CommunityCalibration.SETTINGS)
            .madeBy(workbench.codeVersion());
    if (tables.isDone(run)) {
      return Summary.NOTHING;
    }
    return publish(workbench, run, chosen);
  }

  private Summary publish(Workbench workbench, Run run, List<Row> chosen) {
    List<CommunityCalibration> results =
        chosen.stream()
            .map(row -> CommunityCalibration.of(workbench, run, row.getString(0), row.getString(1)))
            .toList();
    EstimateRows rows = new EstimateRows(workbench.spark(), workbench.tables());
    Draft draft = workbench.tables().draft(run);
    draft.replace(Table.CALIBRATION_ESTIMATE, run.slice(), rows.wordOfMouth(results));
    draft.replace(Table.CALIBRATION_LAUNCH, run.slice(), rows.launches(results));
    List<String> ids = results.stream().map(CommunityCalibration::communityId).toList();
    draft.replace(Table.CALIBRATION_LTV_FORECAST, run.slice(), ForecastRows.of(workbench, ids));
    draft.replace(Table.CALIBRATION_CLAIM_GAP, run.slice(), ClaimRows.of(workbench, ids));
    Published published = draft.publish();
    long read = results.stream().mapToLong(CommunityCalibration::rowsRead).sum();
    return Summary.of(read, published);
  }

  private List<Row> chosen(Tables tables) {
    List<Row> known =
        tables
            .read(Table.CORE_DIM_COMMUNITY)
            .select(col(COMMUNITY_ID), col(ZONE))
            .orderBy(COMMUNITY_ID)
            .collectAsList();
    for (String community : communities) {
      if (known.stream().noneMatch(row -> row.getString(0).equals(community))) {
        throw new Refusal(
            ExitCode.INPUT_MISSING,
            "Cannot calibrate '%s': the warehouse knows %s"
                .formatted(community, known.stream().map(row -> row.getString(0)).toList()));
      }
    }
    return known.stream()
        .filter(row -> communities.isEmpty() || communities.contains(row.getString(0)))
        .toList();
  }
}
