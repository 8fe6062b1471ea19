package groundswell.planning.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Dates and optional numbers of a scenario; a missing or null number is an empty one. */
final class PlainTypes {
  private PlainTypes() {}

  static SimpleModule module() {
    return new SimpleModule()
        .addDeserializer(LocalDate.class, new Text<>(LocalDate::parse, null))
        .addDeserializer(OffsetDateTime.class, new Text<>(OffsetDateTime::parse, null))
        .addDeserializer(
            OptionalInt.class,
            new Text<>(text -> OptionalInt.of(Integer.parseInt(text)), OptionalInt.empty()))
        .addDeserializer(
            OptionalDouble.class,
            new Text<>(
                text -> OptionalDouble.of(Double.parseDouble(text)), OptionalDouble.empty()));
  }

  private static final class Text<T> extends JsonDeserializer<T> {
    private final Function<String, T> parse;
    private final T absent;

    Text(Function<String, T> parse, T absent) {
      this.parse = parse;
      this.absent = absent;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return parse.apply(parser.getText());
    }

    @Override
    public T getNullValue(DeserializationContext context) {
      return absent;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return absent;
    }
  }
}
