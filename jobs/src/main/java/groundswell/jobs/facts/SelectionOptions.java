package groundswell.jobs.facts;

import java.time.LocalDate;
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
