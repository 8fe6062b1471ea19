package groundswell.jobs.rebuild;

import groundswell.jobs.facts.CommunityStage;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.facts.Selection;
import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.tables.IcebergTables;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds facts and marts from all events anew, beside the published ones or in their place. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Build facts and marts from all events anew. Only rows that differ are written; with --check",
      "nothing is, and the first row that differs from what is published is named (exit 21)."
    },
    footer = {"", "Example:", "  ./groundswell rebuild --check --community bicycles"})
public final class RebuildJob implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--community",
      paramLabel = "ID",
      description = "This community only; may be repeated (default: all).")
  private Set<String> communities = new TreeSet<>();

  @Option(
      names = "--check",
      description = "Publish nothing; compare what is published with what a rebuild gives.")
  private boolean isCheck;

  /** The same job, that only compares. */
  public static RebuildJob checking() {
    RebuildJob job = new RebuildJob();
    job.isCheck = true;
    return job;
  }

  @Override
  public String stage() {
    return "rebuild";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench bench) {
    requireKnown(bench.tables());
    if (!isCheck) {
      Summary facts = stage(new FactsJob(), bench).run(bench);
      Summary marts = stage(new MartsJob(), bench).run(bench);
      return new Summary(
          facts.rowsIn(),
          facts.rowsOut() + marts.rowsOut(),
          0,
          marts.isNew() ? marts.runId() : facts.runId(),
          union(facts.published(), marts.published()));
    }
    try (Scratch scratch = Scratch.in(bench.warehouse())) {
      Tables rebuilt = IcebergTables.open(bench.spark(), scratch.folder(), bench.clock());
      return check(bench, new RebuiltTables(bench.tables(), rebuilt));
    }
  }

  private Summary check(Workbench bench, RebuiltTables tables) {
    Workbench beside =
        new Workbench(bench.spark(), tables, bench.warehouse(), bench.config(), bench.clock());
    Summary facts = stage(new FactsJob(), bench).run(beside);
    Summary marts = stage(new MartsJob(), bench).run(beside);
    Comparison comparison = new Comparison(bench.tables(), tables.rebuilt(), slice());
    List<String> differences =
        union(facts.published(), marts.published()).stream()
            .filter(bench.tables()::exists)
            .flatMap(table -> comparison.difference(table).stream())
            .toList();
    if (!differences.isEmpty()) {
      throw different(differences);
    }
    return new Summary(facts.rowsIn(), facts.rowsOut() + marts.rowsOut(), 0, "", List.of());
  }

  /** The stage for the tables that are published, in all that the communities ever had. */
  private CommunityStage stage(CommunityStage stage, Workbench bench) {
    Set<Table> published =
        stage.outputs().stream().filter(bench.tables()::exists).collect(Collectors.toSet());
    return stage.only(published).anew(new Selection(communities, LocalDate.MIN, LocalDate.MAX));
  }

  private Slice slice() {
    return communities.isEmpty() ? Slice.all() : Slice.communities(communities);
  }

  private void requireKnown(Tables tables) {
    for (String community : communities) {
      if (tables.rows(Table.CORE_EVENT, Slice.communities(Set.of(community))) == 0) {
        throw new Refusal(
            ExitCode.USAGE, "--community '%s' has no events in the warehouse".formatted(community));
      }
    }
  }

  private static Refusal different(List<String> differences) {
    return new Refusal(
        ExitCode.AUDIT_FAILED,
        "%d tables are not what a full rebuild gives\n  %s\n  run 'groundswell rebuild' to restate them; if the code is the same as when they were made, this is a defect"
            .formatted(differences.size(), String.join("\n  ", differences)));
  }

  private static List<Table> union(List<Table> some, List<Table> others) {
    Set<Table> both = new TreeSet<>(some);
    both.addAll(others);
    return List.copyOf(both);
  }
}
