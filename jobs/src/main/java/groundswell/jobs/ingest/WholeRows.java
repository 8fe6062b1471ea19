package groundswell.jobs.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * Rows of a file that may break before its end, such as a truncated gzip: every whole row, then one
 * refused row that stands for the lost tail. A file that is not there or not readable is no bad
 * input and stays an error.
 */
final class WholeRows implements RowReader {
  private static final byte[] NOTHING = {};

  private final Opener opener;
  private RowReader reader;
  private boolean isBroken;
  private long last;

  WholeRows(Opener opener) {
    this.opener = opener;
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    if (isBroken) {
      return false;
    }
    try {
      if (reader == null) {
        reader = opener.open();
      }
      boolean found = reader.next(row);
      last = found ? row.number() : last;
      return found;
    } catch (FileSystemException fault) {
      throw fault;
    } catch (IOException fault) {
      isBroken = true;
      row.begin(last + 1);
      row.refuse(
          Reason.TRUNCATED_FILE,
          "the file breaks after row %d: %s; all rows before were read"
              .formatted(last, words(fault)),
          NOTHING);
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private static String words(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof EOFException || cause.getMessage() == null
        ? "it ends too early"
        : cause.getMessage().lines().findFirst().orElse("it cannot be read on");
  }
}
