package groundswell.jobs.ingest;

import java.util.BitSet;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Hashes that find duplicates without carrying rows: two of 64 bits for the id, one for the
 * content. XXH64; the first equals Spark's {@code xxhash64(event_id)}.
 */
final class EventHash {
  private static final long SEED = 42;
  private static final long SECOND_SEED = 0x9E3779B97F4A7C15L;

  private EventHash() {}

  static long id(UTF8String eventId) {
    return XXH64.hashUTF8String(eventId, SEED);
  }

  static long secondId(UTF8String eventId) {
    return XXH64.hashUTF8String(eventId, SECOND_SEED);
  }

  /** Hash of the columns of a row, but for those in {@code left}. */
  static long content(Object[] values, BitSet left) {
    long hash = SEED;
    for (int index = 0; index < values.length; index++) {
      Object value = values[index];
      if (value != null && !left.get(index)) {
        hash = value(value, XXH64.hashInt(index, hash));
      }
    }
    return hash;
  }

  private static long value(Object value, long seed) {
    if (value instanceof UTF8String text) {
      return XXH64.hashUTF8String(text, seed);
    }
    if (value instanceof Long number) {
      return XXH64.hashLong(number, seed);
    }
    if (value instanceof Integer number) {
      return XXH64.hashInt(number, seed);
    }
    if (value instanceof Decimal number) {
      return XXH64.hashLong(number.toUnscaledLong(), seed);
    }
    if (value instanceof Double number) {
      return XXH64.hashLong(Double.doubleToLongBits(number), seed);
    }
    return XXH64.hashInt(Boolean.TRUE.equals(value) ? 1 : 0, seed);
  }
}
