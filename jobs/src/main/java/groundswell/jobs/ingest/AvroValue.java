package groundswell.jobs.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads one Avro value as Spark's internal type. Not for two threads at once. */
interface AvroValue {
  Object read(Decoder in) throws IOException;

  /** Reader of a written type, for a column of a type. */
  static AvroValue of(Schema schema, DataType wanted) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return money(decimal.getScale());
    }
    long factor = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? 1_000L : 1L;
    return switch (schema.getType()) {
      case STRING -> text();
      case ENUM -> symbol(schema.getEnumSymbols());
      case INT -> wanted.equals(DataTypes.LongType) ? in -> (long) in.readInt() : Decoder::readInt;
      case LONG -> in -> Math.multiplyExact(in.readLong(), factor);
      case FLOAT -> in -> (double) in.readFloat();
      case DOUBLE -> Decoder::readDouble;
      case BOOLEAN -> Decoder::readBoolean;
      default -> throw new AvroTypeException("a column cannot hold %s".formatted(schema.getType()));
    };
  }

  /** The same value as text where the column is text; otherwise as it is, checked at first use. */
  default AvroValue as(DataType wanted) {
    AvroValue source = this;
    if (!wanted.equals(DataTypes.StringType)) {
      Class<?> internal = internal(wanted);
      return in -> fitting(source.read(in), internal);
    }
    return in -> {
      Object value = source.read(in);
      return value instanceof UTF8String ? value : UTF8String.fromString(String.valueOf(value));
    };
  }

  private static Object fitting(Object value, Class<?> internal) {
    if (!internal.isInstance(value)) {
      throw new AvroTypeException(
          "a column of type %s holds %s".formatted(internal.getSimpleName(), value.getClass()));
    }
    return value;
  }

  private static Class<?> internal(DataType wanted) {
    return switch (wanted.typeName()) {
      case "integer", "date" -> Integer.class;
      case "long", "timestamp" -> Long.class;
      case "double" -> Double.class;
      case "boolean" -> Boolean.class;
      default -> Decimal.class;
    };
  }

  private static AvroValue text() {
    Utf8 reused = new Utf8();
    return in -> {
      Utf8 text = in.readString(reused);
      return UTF8String.fromBytes(Arrays.copyOf(text.getBytes(), text.getByteLength()));
    };
  }

  private static AvroValue symbol(List<String> symbols) {
    UTF8String[] texts =
        symbols.stream()
            .map(UTF8String::fromString)
            .map(Vocabulary.released()::symbol)
            .toArray(UTF8String[]::new);
    return in -> texts[in.readEnum()];
  }

  private static AvroValue money(int scale) {
    ByteBuffer[] reused = new ByteBuffer[1];
    return in -> {
      reused[0] = in.readBytes(reused[0]);
      return decimal(reused[0], scale);
    };
  }

  private static Decimal decimal(ByteBuffer bytes, int scale) {
    if (scale == 4 && bytes.remaining() <= 8) {
      long unscaled = bytes.remaining() == 0 ? 0 : bytes.get(bytes.position()) >> 7;
      for (int index = bytes.position(); index < bytes.limit(); index++) {
        unscaled = (unscaled << 8) | (bytes.get(index) & 0xff);
      }
      return Decimal.createUnsafe(unscaled, 18, 4);
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return TextValue.money(new BigDecimal(new BigInteger(copy), scale));
  }
}
