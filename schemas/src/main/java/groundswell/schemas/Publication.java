package groundswell.schemas;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What readers may see: {@code publish/latest.json}. It names, for every table, exactly the files
 * of one state; whoever publishes replaces it in one step, so a reader sees the old or the new
 * state and nothing between.
 *
 * @param name of this publication; counts up with every change
 * @param dataCompleteThrough last day of which all events are in, empty when nobody knows
 */
public record Publication(
    String name,
    Instant publishedAt,
    Optional<LocalDate> dataCompleteThrough,
    Map<Table, PublishedTable> tables) {

  /** How the tags of publications begin. */
  public static final String TAG = "pub_";

  public Publication {
    tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  /** What is published in a warehouse; without tables when nothing ever was. */
  public static Publication read(Path warehouse) {
    return PublicationFile.in(warehouse).read();
  }

  /** Puts this in place of the former publication, in one step. */
  public void write(Path warehouse) {
    PublicationFile.in(warehouse).write(this);
  }

  /** The table as published, where it is. */
  public Optional<PublishedTable> table(Table table) {
    return Optional.ofNullable(tables.get(table));
  }

  /** The next publication, with the same tables; an unknown day leaves the known one. */
  public Publication next(String label, Instant now, Optional<LocalDate> completeThrough) {
    return new Publication(
        "%06d-%s".formatted(number() + 1, label),
        now,
        completeThrough.or(() -> dataCompleteThrough),
        tables);
  }

  /** The same with these tables in place of their former states; all others stay. */
  public Publication with(Map<Table, PublishedTable> changed) {
    Map<Table, PublishedTable> merged = new TreeMap<>(tables);
    merged.putAll(changed);
    return new Publication(name, publishedAt, dataCompleteThrough, merged);
  }

  /** The tag that every table of this publication has at its published snapshot. */
  public String tag() {
    return TAG + name;
  }

  /** How many publications there have been, this one included. */
  public int number() {
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }
}
