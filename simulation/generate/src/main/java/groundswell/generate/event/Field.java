package groundswell.generate.event;

import java.util.List;

/**
 * One field of the envelope or of a payload, as its Avro schema declares it.
 *
 * @param nullBranch index of null in the field's union, or -1 where null is not allowed
 * @param symbols symbols of an enum, else empty
 */
public record Field(String name, Kind kind, int nullBranch, List<String> symbols) {
  /** What a field holds. Money counts ten-thousandths, an instant microseconds, a date days. */
  public enum Kind {
    TEXT,
    SYMBOL,
    INTEGER,
    FLAG,
    REAL,
    MONEY,
    INSTANT,
    DATE
  }

  public Field {
    symbols = List.copyOf(symbols);
  }

  /** True when the field may be left out. */
  public boolean isOptional() {
    return nullBranch >= 0;
  }
}
