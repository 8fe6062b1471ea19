package groundswell.jobs.ingest;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Published;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.RunSource;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stage 1 of 7. Raw logs of sources to typed events; safe to run again for the same files. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Read the raw logs of one source or several into core.event.",
      "Several sources are published together: all or none."
    },
    footer = {
      "",
      "Example:",
      "  ./groundswell ingest --source examples/bicycles/source.yaml --input examples/bicycles/data",
      "  ./groundswell ingest --source examples/bicycles/source.yaml --input examples/bicycles/data \\",
      "      --source examples/online-retail/source.yaml --input examples/online-retail/data"
    })
public final class IngestJob implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

  @ArgGroup(exclusive = false, multiplicity = "1..*")
  private List<SourceFolder> sources = new ArrayList<>();

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "Take in only files with this day in their path, e.g. 2026-03-14.")
  private LocalDate day;

  @Option(names = "--from", paramLabel = "DAY", description = "First day of the files to take in.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day of the files to take in.")
  private LocalDate to;

  private List<RunSource> former = List.of();

  public IngestJob() {}

  private IngestJob(List<SourceFolder> sources, DayRange days) {
    this.sources = sources;
    this.from = days.from();
    this.to = days.to();
  }

  /** A run over all files of a folder. */
  public static IngestJob of(Path source, Path input) {
    return of(source, input, new DayRange(null, null));
  }

  /** A run over the files of one day. */
  public static IngestJob of(Path source, Path input, LocalDate day) {
    return of(source, input, new DayRange(day, day));
  }

  /** A run over exactly the files that an earlier run took in; refuses when they changed. */
  public static IngestJob again(List<RunSource> former) {
    List<SourceFolder> folders =
        former.stream()
            .map(source -> SourceFolder.of(Path.of(source.mapping()), Path.of(source.input())))
            .toList();
    RunSource first = former.get(0);
    IngestJob job =
        new IngestJob(folders, new DayRange(first.from().orElse(null), first.to().orElse(null)));
    job.former = List.copyOf(former);
    return job;
  }

  private static IngestJob of(Path source, Path input, DayRange days) {
    return new IngestJob(List.of(SourceFolder.of(source, input)), days);
  }

  /** One run over the files of this job and then of the other, published together. */
  public IngestJob and(IngestJob other) {
    List<SourceFolder> both = new ArrayList<>(sources);
    both.addAll(other.sources);
    return new IngestJob(both, new DayRange(from, to));
  }

  @Override
  public String stage() {
    return "ingest";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench bench) {
    DayRange days = days();
    List<FreshFiles> found =
        sources.stream().map(source -> FreshFiles.of(bench, source, days)).toList();
    FreshFiles.requireOneSourcePerCommunity(found);
    List<FreshFiles> fresh = found.stream().filter(files -> !files.isEmpty()).toList();
    found.stream().filter(FreshFiles::isEmpty).map(FreshFiles::nothingNew).forEach(IngestJob::say);
    return fresh.isEmpty() ? Summary.NOTHING : publish(bench, fresh);
  }

  private DayRange days() {
    return DayRange.of(day, from, to);
  }

  private Summary publish(Workbench bench, List<FreshFiles> sources) {
    byte[] secret =
        PseudonymKey.of(bench.warehouse(), System.getenv(PseudonymKey.VARIABLE), IngestJob::say);
    Run run = run(bench, sources);
    requireFormer(run.sources());
    Draft draft = bench.tables().draft(run);
    List<Account> accounts = new IngestRun(bench, sources, secret).write(draft, run);
    Published published = draft.publish();
    return Summary.of(
        accounts.stream().mapToLong(Account::eventsRead).sum(),
        accounts.stream().mapToLong(Account::accepted).sum(),
        accounts.stream().mapToLong(Account::rejected).sum(),
        published);
  }

  private Run run(Workbench bench, List<FreshFiles> sources) {
    Set<String> communities = new TreeSet<>();
    sources.forEach(source -> communities.add(source.community().id()));
    return Run.of(stage(), Slice.communities(communities))
        .reading(bench.tables(), Table.CORE_EVENT)
        .writing(
            Table.CORE_EVENT,
            Table.CORE_REJECTED_EVENT,
            Table.CORE_DIM_COMMUNITY,
            Table.META_RECONCILIATION)
        .configuredBy(FreshFiles.hash(sources))
        .readingFiles(sources.stream().map(source -> source.described(days())).toList())
        .madeBy(bench.codeVersion());
  }

  private void requireFormer(List<RunSource> found) {
    if (!former.isEmpty() && !former.equals(found)) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          """
          The files or the mapping are not those that the run read
            then: %s
            now:  %s"""
              .formatted(former, found));
    }
  }

  private static void say(String sentence) {
    System.err.println("ingest: " + sentence);
  }
}
