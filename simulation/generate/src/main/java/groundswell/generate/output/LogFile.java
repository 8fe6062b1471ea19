package groundswell.generate.output;

import groundswell.generate.Format;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is in one file of the log.
 *
 * @param file path below the events folder
 * @param rows rows of any kind
 * @param accepted rows that a reader ought to accept
 * @param duplicate rows that repeat an event of this file or of a file before
 * @param rejected rows that a reader ought to refuse
 */
public record LogFile(String file, long rows, long accepted, long duplicate, long rejected)
    implements Serializable {
  static LogFile of(String file, long accepted, long duplicate, long rejected) {
    return new LogFile(file, accepted + duplicate + rejected, accepted, duplicate, rejected);
  }

  /** Path below the events folder, by local day of receipt. */
  static String name(LocalDate day, int part, Format format) {
    return "%s/part-%03d.%s".formatted(day, part, format.suffix());
  }
}
