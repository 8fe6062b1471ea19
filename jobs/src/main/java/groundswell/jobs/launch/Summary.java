package groundswell.jobs.launch;

/** What a stage did, in rows. */
public record Summary(long rowsIn, long rowsOut, long rejected) {
  /** Nothing was to do. */
  public static final Summary NOTHING = new Summary(0, 0, 0);
}
