package groundswell.generate.output;

import groundswell.generate.event.Draft;
import groundswell.generate.event.Field;
import groundswell.generate.event.Shape;
import groundswell.generate.event.Vocabulary;
import java.util.List;
import java.util.TreeSet;

/** One flat line per event: the envelope, the event type, then every payload field by name. */
final class CsvEncoder implements RowEncoder {
  private final Field[] envelope;
  private final List<String> payload;

  CsvEncoder(Vocabulary vocabulary) {
    envelope = vocabulary.envelope().toArray(Field[]::new);
    payload = payloadNames(vocabulary);
  }

  /** First line of every file. */
  static String header(Vocabulary vocabulary) {
    StringBuilder header = new StringBuilder();
    vocabulary.envelope().forEach(field -> header.append(field.name()).append(','));
    header.append("event_type");
    payloadNames(vocabulary).forEach(name -> header.append(',').append(name));
    return header.append('\n').toString();
  }

  private static List<String> payloadNames(Vocabulary vocabulary) {
    TreeSet<String> names = new TreeSet<>();
    vocabulary.shapes().forEach(shape -> shape.fields().forEach(field -> names.add(field.name())));
    return List.copyOf(names);
  }

  @Override
  public void encode(Draft event, Bytes out) {
    for (int place = 0; place < envelope.length; place++) {
      cell(envelope[place], event.envelope(place), out);
      out.raw(',');
    }
    Shape shape = event.shape();
    out.ascii(shape.eventType());
    for (String name : payload) {
      out.raw(',');
      int position = shape.firstOf(List.of(name));
      if (position >= 0) {
        cell(shape.fields().get(position), event.value(position), out);
      }
    }
    out.raw('\n');
  }

  private static void cell(Field field, Object value, Bytes out) {
    if (value == null) {
      return;
    }
    String text = Texts.of(field, value);
    if (text.indexOf(',') >= 0) {
      out.raw('"').ascii(text).raw('"');
    } else {
      out.ascii(text);
    }
  }
}
