package groundswell.jobs.facts;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The options by which a stage is told what to take up; a command takes them in as a mixin. */
public final class SelectionOptions {
  @Option(
      names = "--community",
      paramLabel = "ID",
      description = "Take up changes of this community only; may be repeated (default: all).")
  private Set<String> communities = new TreeSet<>();

  @Option(names = "--day", paramLabel = "DAY", description = "Take up changes of this day only.")
  private LocalDate day;

  @Option(names = "--from", paramLabel = "DAY", description = "First day to take up changes of.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day to take up changes of.")
  private LocalDate to;

  @Option(
      names = "--only",
      paramLabel = "TABLE",
      split = ",",
      description = {
        "Build only these tables and those of the stage that they are made from, e.g. mart.launch;",
        "may be repeated (default: all)."
      })
  private Set<String> names = new TreeSet<>();

  /** Takes up changes of these communities only. */
  void choose(Set<String> ids) {
    communities = new TreeSet<>(ids);
  }

  /** The tables asked for by name; none means all. */
  Set<Table> tables(String stage, Collection<Table> outputs) {
    Set<Table> tables = new TreeSet<>();
    for (String name : names) {
      tables.add(
          outputs.stream()
              .filter(output -> output.fullName().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(stage, name, outputs)));
    }
    return tables;
  }

  private static Refusal unknown(String stage, String name, Collection<Table> outputs) {
    return new Refusal(
        ExitCode.USAGE,
        "--only must name a table of stage '%s' but is '%s'; the tables are %s"
            .formatted(stage, name, new TreeSet<>(outputs)));
  }

  /** Everything that changed since the last publication, unless told otherwise. */
  public Selection selection() {
    return new Selection(communities, first(), last());
  }

  private LocalDate first() {
    return day != null ? day : from != null ? from : LocalDate.MIN;
  }

  private LocalDate last() {
    return day != null ? day : to != null ? to : LocalDate.MAX;
  }
}
