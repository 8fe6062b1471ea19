package groundswell.planning.calibrate;

/** Which way influence runs along an interaction. Chosen by held-out likelihood, not assumed. */
public enum Direction {
  /** The member who acts influences the one acted upon. */
  ACTOR_TO_TARGET,
  /** The member who acts has read, and so is influenced by, the one acted upon. */
  TARGET_TO_ACTOR
}
