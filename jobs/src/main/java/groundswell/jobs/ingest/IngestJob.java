package groundswell.jobs.ingest;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.InternalRows;
import groundswell.jobs.tables.Published;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stage 1 of 7. Raw logs of one source to typed events; safe to run again for the same files. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Read the raw logs of one source into core.event.",
    footer = {
      "",
      "Example:",
      "  ./groundswell ingest --source examples/bicycles/source.yaml --input examples/bicycles/data"
    })
public final class IngestJob implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--source",
      paramLabel = "FILE",
      required = true,
      description = "The source's mapping, see docs/sources.md.")
  private Path source;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the source's files, cut by day or not.")
  private Path input;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "Take in only files with this day in their path, e.g. 2026-03-14.")
  private LocalDate day;

  @Option(names = "--from", paramLabel = "DAY", description = "First day of the files to take in.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day of the files to take in.")
  private LocalDate to;

  public IngestJob() {}

  private IngestJob(Path source, Path input, DayRange days) {
    this.source = source;
    this.input = input;
    this.from = days.from();
    this.to = days.to();
  }

  /** A run over all files of a folder. */
  public static IngestJob of(Path source, Path input) {
    return new IngestJob(source, input, new DayRange(null, null));
  }

  /** A run over the files of one day. */
  public static IngestJob of(Path source, Path input, LocalDate day) {
    return new IngestJob(source, input, new DayRange(day, day));
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
    DayRange days = DayRange.of(day, from, to);
    MappingReader.Read read = MappingReader.read(source, new InternalRows(bench.spark())::none);
    Community community = read.mapping().community();
    List<InputFile> files = new InputFiles(input, read.mapping()).list(days);
    Map<String, String> hashes = FileHashes.of(source, files);
    List<InputFile> fresh = new KnownFiles(bench.tables(), community.id()).without(files, hashes);
    if (fresh.isEmpty()) {
      say("all %d files of %s were ingested before; nothing new".formatted(files.size(), input));
      return Summary.NOTHING;
    }
    byte[] secret =
        PseudonymKey.of(bench.warehouse(), System.getenv(PseudonymKey.VARIABLE), IngestJob::say);
    ScanPlan plan = new ScanPlan(read.mapping(), read.input(), secret);
    return publish(bench, plan, fresh, hashes);
  }

  private Summary publish(
      Workbench bench, ScanPlan plan, List<InputFile> files, Map<String, String> hashes) {
    String communityId = plan.mapping().community().id();
    Run run =
        Run.of(stage(), Slice.communities(new TreeSet<>(List.of(communityId))))
            .reading(bench.tables(), Table.CORE_EVENT)
            .writing(
                Table.CORE_EVENT,
                Table.CORE_REJECTED_EVENT,
                Table.CORE_DIM_COMMUNITY,
                Table.META_RECONCILIATION)
            .configuredBy(hash(files, hashes))
            .madeBy(bench.codeVersion());
    Draft draft = bench.tables().draft(run);
    List<Account> accounts = new Ingestion(bench, plan, files).write(draft, run, hashes);
    Published published = draft.publish();
    return Summary.of(
        accounts.stream().mapToLong(Account::eventsRead).sum(),
        accounts.stream().mapToLong(Account::accepted).sum(),
        accounts.stream().mapToLong(Account::rejected).sum(),
        published);
  }

  private static String hash(List<InputFile> files, Map<String, String> hashes) {
    MessageDigest digest = FileHashes.sha256();
    Map<String, String> sorted = new TreeMap<>();
    files.forEach(file -> sorted.put(file.name(), hashes.get(file.name())));
    sorted.forEach(
        (name, hash) ->
            digest.update((name + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void say(String sentence) {
    System.err.println("ingest: " + sentence);
  }
}
