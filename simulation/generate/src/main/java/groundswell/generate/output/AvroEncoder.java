package groundswell.generate.output;

import groundswell.generate.event.Draft;
import groundswell.generate.event.Field;
import groundswell.generate.event.Shape;
import groundswell.generate.event.Vocabulary;
import java.math.BigInteger;

/** Avro binary, written straight from the draft: no generic record in between. */
final class AvroEncoder implements RowEncoder {
  private final Field[] envelope;

  AvroEncoder(Vocabulary vocabulary) {
    envelope = vocabulary.envelope().toArray(Field[]::new);
  }

  @Override
  public void encode(Draft event, Bytes out) {
    for (int place = 0; place < envelope.length; place++) {
      field(envelope[place], event.envelope(place), out);
    }
    Shape shape = event.shape();
    out.zigzag(shape.branch());
    for (int position = 0; position < shape.fields().size(); position++) {
      field(shape.fields().get(position), event.value(position), out);
    }
  }

  private static void field(Field field, Object value, Bytes out) {
    if (field.isOptional()) {
      out.zigzag(value == null ? field.nullBranch() : 1 - field.nullBranch());
      if (value == null) {
        return;
      }
    }
    switch (field.kind()) {
      case TEXT -> text((String) required(field, value), out);
      case SYMBOL -> out.zigzag(symbol(field, (String) value));
      case INTEGER, INSTANT, DATE -> out.zigzag((Long) required(field, value));
      case FLAG -> out.raw(((Boolean) required(field, value)) ? 1 : 0);
      case REAL -> out.fixed64(Double.doubleToLongBits((Double) required(field, value)));
      case MONEY -> money((Long) required(field, value), out);
    }
  }

  private static Object required(Field field, Object value) {
    if (value == null) {
      throw new IllegalStateException("field %s must be set".formatted(field.name()));
    }
    return value;
  }

  private static int symbol(Field field, String value) {
    return Math.max(0, field.symbols().indexOf(value)); // 0 is "unknown"
  }

  private static void text(String value, Bytes out) {
    out.zigzag(value.length()).ascii(value);
  }

  private static void money(long tenThousandths, Bytes out) {
    byte[] unscaled = BigInteger.valueOf(tenThousandths).toByteArray();
    out.zigzag(unscaled.length).raw(unscaled, 0, unscaled.length);
  }
}
