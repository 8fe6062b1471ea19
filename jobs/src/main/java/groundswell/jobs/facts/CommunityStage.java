package groundswell.jobs.facts;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Columns;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;

/**
 * A stage that builds each community whose inputs changed anew as a whole, all such communities in
 * one pass; see decision 0041.
 */
public abstract class CommunityStage implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

  @Mixin private SelectionOptions selected = new SelectionOptions();

  private final List<Table> inputs;
  private final List<Table> outputs;
  private Set<Table> only = Set.of();
  private Selection anew;

  /**
   * @param inputs tables that are read; a change of any calls for a rebuild
   * @param outputs tables that may be written
   */
  protected CommunityStage(List<Table> inputs, List<Table> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  /** The same stage, for its own among these tables and those that they are made from. */
  public CommunityStage only(Set<Table> tables) {
    only = Set.copyOf(tables);
    return this;
  }

  /** The same stage, for communities of which nothing may have changed, too. */
  public CommunityStage anew(Selection selection) {
    anew = selection;
    return this;
  }

  /** Tables that the stage makes. */
  public List<Table> outputs() {
    return List.copyOf(outputs);
  }

  /** The same stage, for changes of these communities. */
  public CommunityStage of(Set<String> communities) {
    selected.choose(communities);
    return this;
  }

  @Override
  public Summary run(Workbench workbench) {
    Tables tables = workbench.tables();
    Set<Table> wanted = wanted();
    Set<String> changed = anew == null ? changed(tables, wanted) : anew.present(tables, inputs);
    if (changed.isEmpty()) {
      return Summary.NOTHING;
    }
    Slice slice = Slice.communities(changed);
    Draft draft = tables.draft(run(workbench, slice, changed, wanted));
    try (Kept kept = new Kept()) {
      build(new Rebuild(workbench, slice, draft, kept, wanted));
      long rowsIn = inputs.stream().mapToLong(input -> tables.rows(input, slice)).sum();
      return Summary.of(rowsIn, draft.publish());
    }
  }

  private Set<String> changed(Tables tables, Set<Table> wanted) {
    List<Table> told = wanted.stream().filter(CommunityStage::isByCommunity).toList();
    return selected.selection().changed(tables, inputs, told);
  }

  private Run run(Workbench workbench, Slice slice, Set<String> changed, Set<Table> wanted) {
    return Run.of(stage(), slice)
        .reading(workbench.tables(), inputs.toArray(Table[]::new))
        .writing(wanted.toArray(Table[]::new))
        .madeBy(workbench.codeVersion())
        .catchingUp(changed);
  }

  private Set<Table> wanted() {
    Set<Table> named = new TreeSet<>(only);
    named.retainAll(outputs);
    named.addAll(selected.tables(stage(), outputs));
    if (named.isEmpty()) {
      return new TreeSet<>(outputs);
    }
    Set<Table> closed = new TreeSet<>(MadeFrom.closed(named, this::madeFrom));
    closed.retainAll(outputs);
    return closed;
  }

  private static boolean isByCommunity(Table table) {
    return Contracts.of(table).columns().stream()
        .anyMatch(column -> column.name().equals(Columns.COMMUNITY_ID));
  }

  /** Tables of this stage, and others, that a table is made from; none for one of another stage. */
  protected abstract Set<Table> madeFrom(Table output);

  /** Writes the wanted outputs of the communities. */
  protected abstract void build(Rebuild rebuild);
}
