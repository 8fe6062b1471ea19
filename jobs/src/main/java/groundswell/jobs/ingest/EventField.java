package groundswell.jobs.ingest;

import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One field of an event and the column of {@code core.event} that it fills.
 *
 * @param index where the column stands in a row of {@code core.event}
 * @param name the field's name in the Avro schemas, which mappings use
 * @param column the column's name; differs from the name where a key takes the place of an id
 * @param personal true when the field names a person and must become a pseudonym
 * @param symbols what a SYMBOL may be; empty for the other kinds
 */
record EventField(
    int index,
    String name,
    String column,
    FieldKind kind,
    boolean personal,
    List<UTF8String> symbols) {

  EventField {
    symbols = List.copyOf(symbols);
  }

  /** The vocabulary's own copy of a symbol, or null when it is not one. */
  @SuppressWarnings("ReferenceEquality") // most texts are the vocabulary's own
  UTF8String symbol(UTF8String text) {
    for (UTF8String symbol : symbols) {
      if (symbol == text || symbol.equals(text)) {
        return symbol;
      }
    }
    return null;
  }
}
