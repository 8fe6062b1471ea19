package groundswell.jobs.ingest;

/** Makes events of the rows of one file. One thread. */
interface RowMapper {
  /** Turns to a row. */
  void begin(SourceRow row);

  /** Fills the draft with the row's next event; false when there is none left. */
  boolean next(EventDraft draft);

  /** Why a row without an event has none, when the mapping says so; otherwise null. */
  String ignoredBecause();

  /** True when a column of the row names a person. */
  boolean isPersonal(int position);
}
