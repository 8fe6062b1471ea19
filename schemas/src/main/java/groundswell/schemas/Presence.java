package groundswell.schemas;

/** Whether an event type names an actor or a target. */
public enum Presence {
  REQUIRED,
  OPTIONAL,
  NONE
}
