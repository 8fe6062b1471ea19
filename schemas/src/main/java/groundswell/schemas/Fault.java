package groundswell.schemas;

import java.util.Optional;

/**
 * What a failed command says and how it ends.
 *
 * @param sentence for the person who ran the command
 * @param isExpected false for a fault of the program itself, which deserves its stack trace
 */
public record Fault(ExitCode code, String sentence, boolean isExpected) {

  /** The fault behind a throwable: a refusal, a disk that refused, or a defect. */
  public static Fault of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return expected(refusal);
      }
    }
    Optional<Refusal> storage = StorageFault.find("write to the warehouse", thrown);
    return storage
        .map(Fault::expected)
        .orElseGet(() -> new Fault(ExitCode.INTERNAL_FAULT, thrown.toString(), false));
  }

  private static Fault expected(Refusal refusal) {
    return new Fault(refusal.code(), refusal.getMessage(), true);
  }
}
