package groundswell.jobs.facts;

import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Set;
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

  /**
   * @param inputs tables that are read; a change of any calls for a rebuild
   * @param outputs tables that are written; the first tells what was used up
   */
  protected CommunityStage(List<Table> inputs, List<Table> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench workbench) {
    Tables tables = workbench.tables();
    Set<String> changed = selected.selection().changed(tables, inputs, outputs.get(0));
    if (changed.isEmpty()) {
      return Summary.NOTHING;
    }
    Slice slice = Slice.communities(changed);
    Draft draft = tables.draft(run(workbench, slice, changed));
    try (Kept kept = new Kept()) {
      Rebuild rebuild = new Rebuild(workbench, slice, draft, kept);
      build(rebuild);
      long rowsIn = inputs.stream().mapToLong(input -> tables.rows(input, slice)).sum();
      return Summary.of(rowsIn, draft.publish());
    }
  }

  private Run run(Workbench workbench, Slice slice, Set<String> changed) {
    return Run.of(stage(), slice)
        .reading(workbench.tables(), inputs.toArray(Table[]::new))
        .writing(outputs.toArray(Table[]::new))
        .madeBy(workbench.codeVersion())
        .catchingUp(changed);
  }

  /** Writes all outputs of the communities. */
  protected abstract void build(Rebuild rebuild);
}
