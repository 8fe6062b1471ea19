package groundswell.planning.simulate;

import groundswell.planning.store.StageResult;
import java.util.function.Function;

/**
 * Machines that can be asked for; whoever starts the command knows which, or that there is none.
 */
@FunctionalInterface
public interface Cluster {
  /**
   * Opens the cluster for one stage and closes it afterwards.
   *
   * @param slices tasks that each piece of work is cut into; 0 lets the cluster choose
   */
  StageResult with(int slices, Function<ReplicationRunner, StageResult> stage);
}
