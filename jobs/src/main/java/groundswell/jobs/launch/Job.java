package groundswell.jobs.launch;

import java.util.concurrent.Callable;

/**
 * One stage of the route, run over a workbench. A picocli command is a job with the mixin {@link
 * CommonOptions}; called by itself it takes the lock, opens the session and logs one line.
 */
public interface Job extends Callable<Integer> {
  /** The stage's word: package, subcommand, task id and first column of meta.run. */
  String stage();

  /** The options that every command has. */
  CommonOptions options();

  /** Does the work and publishes it; throws before anything is published when it cannot. */
  Summary run(Workbench workbench);

  @Override
  default Integer call() {
    return Launcher.launch(this);
  }
}
