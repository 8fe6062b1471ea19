package groundswell.schemas;

/**
 * A run that stops for a reason its reader can act on: a sentence, and the exit code it maps to.
 */
public class Refusal extends RuntimeException {
  private final ExitCode code;

  public Refusal(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  public Refusal(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** How the command ends when nobody handles this. */
  public ExitCode code() {
    return code;
  }
}
