package groundswell.planning.simulate;

/**
 * Told what is being worked on and how much of it is done. {@link #done} is called by several
 * threads at once.
 */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress SILENT = count -> {};

  /** A piece of work begins that has {@code count} replications. */
  default void begin(String what, int count) {}

  /** So many replications more are finished. */
  void done(int count);
}
