package groundswell.jobs.launch;

/** One stage of the route, run over a workbench. */
public interface Job {
  /** The stage's word: package, subcommand, task id and first column of meta.run. */
  String stage();

  /** Does the work and publishes it; throws before anything is published when it cannot. */
  Summary run(Workbench workbench);
}
