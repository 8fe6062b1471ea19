package groundswell.generate.output;

import groundswell.generate.Format;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is in one file of the log.
 *
 * @param file path below the events folder
 * @param rows rows of any kind
 * @param repeated rows that repeat the id of an event sent before or beside them
 * @param bad rows that no reader may accept
 */
public record LogFile(String file, long rows, long repeated, long bad) implements Serializable {
  /** Path below the events folder, by local day of receipt. */
  static String name(LocalDate day, int part, Format format) {
    return "%s/part-%03d.%s".formatted(day, part, format.suffix());
  }
}
