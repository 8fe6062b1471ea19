package groundswell.client;

import java.time.Duration;

/** Why a call to Airflow had no result. Each kind asks for another reaction of the caller. */
public abstract sealed class AirflowError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AirflowError(String message, Throwable cause) {
    super(message, cause);
  }

  /** No answer: refused, cut off or too slow, after all tries. Try later. */
  public static final class Unreachable extends AirflowError {
    private static final long serialVersionUID = 1L;

    Unreachable(String call, Throwable cause) {
      super("Cannot reach Airflow for %s: %s".formatted(call, reason(cause)), cause);
    }

    private static String reason(Throwable cause) {
      return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
  }

  /** The server is overloaded or down (429, 502, 503, 504) after all tries. Try later. */
  public static final class Busy extends AirflowError {
    private static final long serialVersionUID = 1L;

    Busy(String call, int status) {
      super("Airflow is busy: %s answered %d".formatted(call, status), null);
    }
  }

  /** Not logged in or not allowed (401, 403). Change the credentials or the role. */
  public static final class Denied extends AirflowError {
    private static final long serialVersionUID = 1L;

    Denied(String call, int status, String detail) {
      super("Airflow denied %s (%d): %s".formatted(call, status, detail), null);
    }
  }

  /** No such DAG or run (404). */
  public static final class Missing extends AirflowError {
    private static final long serialVersionUID = 1L;

    Missing(String call, String detail) {
      super("Airflow knows nothing of %s: %s".formatted(call, detail), null);
    }
  }

  /** Something else is in the way (409), e.g. another run of the same logical date. */
  public static final class Conflict extends AirflowError {
    private static final long serialVersionUID = 1L;

    Conflict(String call, String detail) {
      super("Airflow refused %s because of a conflict: %s".formatted(call, detail), null);
    }
  }

  /** A value breaks its rule (422). */
  public static final class WrongField extends AirflowError {
    private static final long serialVersionUID = 1L;
    private final String field;

    WrongField(String call, String field, String detail) {
      super("Airflow refused %s: %s: %s".formatted(call, field, detail), null);
      this.field = field;
    }

    /** Path of the value in the request, e.g. {@code body.logical_date}; the call when unnamed. */
    public String field() {
      return field;
    }
  }

  /** An answer that the client does not understand. */
  public static final class Unreadable extends AirflowError {
    private static final long serialVersionUID = 1L;

    Unreadable(String call, String detail) {
      super("Cannot read Airflow's answer to %s: %s".formatted(call, detail), null);
    }
  }

  /** The run was not final in time. It goes on; follow it again. */
  public static final class NotFinished extends AirflowError {
    private static final long serialVersionUID = 1L;

    NotFinished(String runId, String lastSeen, Duration waited) {
      super(
          "Run '%s' is not final after %s; last seen: %s"
              .formatted(runId, waited.toString(), lastSeen),
          null);
    }
  }

  /** The waiting thread was interrupted; the run goes on. */
  public static final class Interrupted extends AirflowError {
    private static final long serialVersionUID = 1L;

    Interrupted(String call, InterruptedException cause) {
      super("Interrupted during %s; a run that was started goes on".formatted(call), cause);
    }
  }
}
