package groundswell.jobs.ingest;

import java.io.Closeable;
import java.io.IOException;

/**
 * Rows of one file, one after the other. A row that cannot be read is handed on as refused; a file
 * that breaks makes {@link #next} throw, see {@link WholeRows}. One thread.
 */
interface RowReader extends Closeable {
  /** Reads the next row; false at the end of the file. */
  boolean next(SourceRow row) throws IOException;

  /** Makes a reader of an open file. */
  interface Opener {
    RowReader open() throws IOException;
  }
}
