package groundswell.generate.output;

import groundswell.generate.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text forms that JSON lines and CSV share. */
final class Texts {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long SCALE = 10_000;

  private Texts() {}

  /** A value as text; a value of the wrong kind, as a defect makes it, is written as it is. */
  static String of(Field field, Object value) {
    if (!(value instanceof Long number)) {
      return String.valueOf(value);
    }
    return switch (field.kind()) {
      case INSTANT -> instant(number);
      case DATE -> LocalDate.ofEpochDay(number).toString();
      case MONEY -> money(number);
      case TEXT, SYMBOL, INTEGER, FLAG, REAL -> Long.toString(number);
    };
  }

  private static String instant(long micros) {
    return MICROS.format(
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000));
  }

  private static String money(long tenThousandths) {
    String sign = tenThousandths < 0 ? "-" : "";
    long size = Math.abs(tenThousandths);
    String fraction = Long.toString(SCALE + size % SCALE).substring(1);
    return sign + size / SCALE + "." + fraction;
  }
}
