package groundswell.jobs.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads a field's value from text: ISO 8601 instants and dates, plain decimals, true or false. */
final class TextValue {
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,12})?");
  private static final Pattern MICROSECONDS = Pattern.compile("-?\\d{9,19}");
  private static final Pattern LOCAL_TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
  private static final int MONEY_SCALE = 4;

  private final ZoneId zone;

  /** Instants without an offset are read as local times of this zone. */
  TextValue(ZoneId zone) {
    this.zone = zone;
  }

  /** The value as Spark's internal type; null, and a fault in the draft, when it cannot be read. */
  Object read(EventField field, UTF8String text, EventDraft draft) {
    try {
      return switch (field.kind()) {
        case TEXT -> text;
        case SYMBOL -> symbol(field, text, draft);
        case INT -> Integer.parseInt(text.toString());
        case LONG -> Long.parseLong(text.toString());
        case DOUBLE -> finite(Double.parseDouble(text.toString()));
        case BOOLEAN -> bool(text.toString());
        case DATE -> Math.toIntExact(LocalDate.parse(text.toString()).toEpochDay());
        case INSTANT -> instant(text.toString());
        case MONEY -> money(text.toString());
      };
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException fault) {
      draft.refuse(
          field.kind() == FieldKind.MONEY ? Reason.BAD_MONEY : Reason.BAD_TYPE,
          "%s must be %s but is '%s'"
              .formatted(field.name(), wanted(field.kind()), shown(field, text)));
      return null;
    }
  }

  /** What a person may see of a value in a message. */
  static String shown(EventField field, Object value) {
    return field.personal() ? "(an id)" : shown(value);
  }

  static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static UTF8String symbol(EventField field, UTF8String text, EventDraft draft) {
    UTF8String symbol = field.symbol(text);
    if (symbol == null) {
      draft.refuse(
          field.name().equals("channel") ? Reason.UNKNOWN_CHANNEL : Reason.BAD_TYPE,
          "%s must be one of %s but is '%s'"
              .formatted(field.name(), field.symbols(), shown(field, text)));
    }
    return symbol;
  }

  private static double finite(double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true", "True", "TRUE", "1" -> true;
      case "false", "False", "FALSE", "0" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** Microseconds since 1970 of an instant in ISO 8601 or of a whole number of microseconds. */
  private long instant(String text) {
    if (MICROSECONDS.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    if (LOCAL_TIME.matcher(text).matches()) {
      return micros(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
    }
    return micros(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  private static Decimal money(String text) {
    if (!PLAIN_DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return money(new BigDecimal(text));
  }

  /** Exact to four decimals; more of them, or more than fourteen digits before, are refused. */
  static Decimal money(BigDecimal amount) {
    Decimal money = Decimal.apply(amount.setScale(MONEY_SCALE));
    if (money.precision() > 18) {
      throw new ArithmeticException();
    }
    return Decimal.apply(amount.setScale(MONEY_SCALE), 18, MONEY_SCALE);
  }

  private static String wanted(FieldKind kind) {
    return switch (kind) {
      case TEXT, SYMBOL -> "a text";
      case INT, LONG -> "a whole number";
      case DOUBLE -> "a number";
      case BOOLEAN -> "true or false";
      case DATE -> "a date such as 2026-03-14";
      case INSTANT -> "an instant such as 2026-03-14T09:30:00Z";
      case MONEY -> "money such as 1299.00 (a point, no comma, at most 4 decimals)";
    };
  }
}
