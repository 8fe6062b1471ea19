package groundswell.schemas;

/** How a command ends; Airflow retries 30 and 31 and fails fast on the others. */
public enum ExitCode {
  OK(0),
  USAGE(2),
  CONFIGURATION(10),
  INPUT_MISSING(11),
  RECONCILIATION_BROKEN(20),
  AUDIT_FAILED(21),
  CONTRACT_BROKEN(22),
  SCHEMA_INCOMPATIBLE(23),
  COMMIT_CONFLICT(30),
  LOCK_HELD(31),
  INTERNAL_FAULT(40);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process exit status. */
  public int number() {
    return number;
  }
}
