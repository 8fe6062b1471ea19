package groundswell.planning.simulate;

/** Told how many replications were finished; called by several threads at once. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = count -> {};

  void done(int count);
}
