package groundswell.client;

/** State of a run. A state this client does not know is {@link #OTHER}: later servers add some. */
public enum RunState {
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED,
  OTHER;

  static RunState of(String word) {
    return switch (word) {
      case "queued" -> QUEUED;
      case "running" -> RUNNING;
      case "success" -> SUCCESS;
      case "failed" -> FAILED;
      default -> OTHER;
    };
  }

  /** Whether the run has ended; an unknown state has not. */
  public boolean isFinal() {
    return this == SUCCESS || this == FAILED;
  }
}
