package groundswell.generate;

import java.util.Locale;

/** How the events are written. */
public enum Format {
  AVRO,
  JSONL,
  CSV;

  /** End of the file names, without the dot. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
