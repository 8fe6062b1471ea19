package groundswell.jobs.ingest;

import java.io.Serializable;

/**
 * How a delimited text is written.
 *
 * @param delimiter between fields
 * @param quote around fields
 * @param header true when the first row names the columns
 * @param optionalColumns true when the header may lack columns
 */
record CsvOptions(char delimiter, char quote, boolean header, boolean optionalColumns)
    implements Serializable {
  /** Commas, double quotes, a header; each event type uses a part of the columns. */
  static final CsvOptions CANONICAL = new CsvOptions(',', '"', true, true);
}
