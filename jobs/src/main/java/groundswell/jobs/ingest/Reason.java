package groundswell.jobs.ingest;

/**
 * Why a row became no event. An event with several faults is refused for the first in this order.
 */
enum Reason {
  /** The row cannot be read: half a JSON line, bytes that are no text. */
  UNPARSEABLE,
  /** The file ends, or breaks, within a row or block; one rejection stands for the lost tail. */
  TRUNCATED_FILE,
  /** A CSV row has more or fewer fields than the header. */
  WRONG_COLUMN_COUNT,
  /** The mapping says that such rows mean nothing here; counted per file, no bytes kept. */
  IGNORED,
  /** Events of members who were erased on request; counted per file as erased, nothing kept. */
  ERASED_SUBJECT,
  /** No event type of this name, or no rule of the mapping for this row. */
  SCHEMA_UNKNOWN,
  /** A value that cannot be read as the field's type, or lies outside its domain. */
  BAD_TYPE,
  /** Money with a comma, below zero, or in a currency that ISO 4217 does not list. */
  BAD_MONEY,
  /** A field that the event needs is missing or blank. */
  MISSING_REQUIRED,
  /** A channel that the vocabulary does not have, or none where a member acts. */
  UNKNOWN_CHANNEL,
  /** Happened more than a day after it was received, or after 2099. */
  TS_FUTURE,
  /** Happened before the earliest instant that the mapping allows. */
  TS_ANCIENT,
  /** A member acts on itself where two members are needed. */
  SELF_TIE,
  /** The member refused this use. */
  NO_CONSENT,
  /** The id of an event that is kept, with another content. */
  DUP_CONFLICT
}
