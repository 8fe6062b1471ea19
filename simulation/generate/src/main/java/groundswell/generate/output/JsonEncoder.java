package groundswell.generate.output;

import groundswell.generate.event.Draft;
import groundswell.generate.event.Field;
import groundswell.generate.event.Shape;
import groundswell.generate.event.Vocabulary;

/** One JSON object a line; absent fields are left out. */
final class JsonEncoder implements RowEncoder {
  private final Field[] envelope;

  JsonEncoder(Vocabulary vocabulary) {
    envelope = vocabulary.envelope().toArray(Field[]::new);
  }

  @Override
  public void encode(Draft event, Bytes out) {
    out.raw('{');
    for (int place = 0; place < envelope.length; place++) {
      member(envelope[place], event.envelope(place), out);
    }
    Shape shape = event.shape();
    out.ascii("\"event_type\":\"").ascii(shape.eventType()).ascii("\",\"payload\":{");
    for (int position = 0; position < shape.fields().size(); position++) {
      member(shape.fields().get(position), event.value(position), out);
    }
    endObject(out);
    out.ascii("}\n");
  }

  private static void member(Field field, Object value, Bytes out) {
    if (value == null) {
      return;
    }
    out.raw('"').ascii(field.name()).ascii("\":");
    boolean bare =
        switch (field.kind()) {
          case INTEGER, FLAG, REAL -> !(value instanceof String);
          case TEXT, SYMBOL, MONEY, INSTANT, DATE -> false;
        };
    if (bare) {
      out.ascii(Texts.of(field, value)).raw(',');
    } else {
      out.raw('"').ascii(Texts.of(field, value)).ascii("\",");
    }
  }

  private static void endObject(Bytes out) {
    if (out.array()[out.size() - 1] == ',') {
      out.truncate(out.size() - 1);
    }
    out.raw('}');
  }
}
