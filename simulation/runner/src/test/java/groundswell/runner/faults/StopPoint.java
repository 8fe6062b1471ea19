package groundswell.runner.faults;

/** A place in the work of a stage at which its process can be killed. */
enum StopPoint {
  AFTER_READ("after read", "groundswell.jobs.tables.TableDraft", "makeBranch", 1),
  MID_WRITE("mid-write", "org.apache.iceberg.parquet.ParquetWriter", "close", 2),
  AFTER_BRANCH_COMMIT(
      "after the branch commit", "groundswell.jobs.tables.ContractCheck", "audit", 1),
  BEFORE_PUBLISH("before publish", "groundswell.jobs.tables.TableDraft", "fastForward", 1),
  AMID_PUBLISH(
      "while tables are fast-forwarded", "groundswell.jobs.tables.TableDraft", "fastForward", 4),
  BEFORE_FLIP("before latest.json", "groundswell.schemas.PublicationFile", "write", 1),
  BEFORE_MANIFEST("before the manifest", "groundswell.jobs.tables.ManifestFile", "write", 1);

  private final String words;
  private final String type;
  private final String method;
  private final int entry;

  StopPoint(String words, String type, String method, int entry) {
    this.words = words;
    this.type = type;
    this.method = method;
    this.entry = entry;
  }

  String words() {
    return words;
  }

  /** The class whose method is entered. */
  String type() {
    return type;
  }

  String method() {
    return method;
  }

  /** At which entry of the method, from 1. */
  int entry() {
    return entry;
  }

  /** True where the new state is published already. */
  boolean isPublished() {
    return this == BEFORE_MANIFEST;
  }
}
