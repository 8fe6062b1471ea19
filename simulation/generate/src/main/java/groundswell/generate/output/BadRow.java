package groundswell.generate.output;

import groundswell.generate.Format;
import groundswell.generate.event.Draft;
import groundswell.generate.event.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of row that no reader may accept. */
enum BadRow {
  EMPTY_EVENT_ID("MISSING_REQUIRED"),
  TIMESTAMP_1970("TS_ANCIENT"),
  TIMESTAMP_2260("TS_FUTURE"),
  UNKNOWN_CHANNEL("UNKNOWN_CHANNEL"),
  MISSING_ACTOR("MISSING_REQUIRED"),
  EMPTY_ACTOR("MISSING_REQUIRED"),
  NEGATIVE_MONEY("BAD_MONEY"),
  UNKNOWN_CURRENCY("BAD_MONEY"),
  SELF_TIE("SELF_TIE"),
  HALF_LINE("UNPARSEABLE"),
  MONEY_WITH_COMMA("BAD_MONEY"),
  WRONG_TYPE("BAD_TYPE");

  /** Reason under which ingest refuses a second event of one id with another content. */
  static final String CONFLICT = "DUP_CONFLICT";

  private static final long YEAR_2260_MICROS = 9_151_488_000_000_000L;
  private static final List<String> MONEY = List.of("unit_price", "unit_cost", "amount");

  private final String reason;

  BadRow(String reason) {
    this.reason = reason;
  }

  /** Reason under which ingest refuses such a row. */
  String reason(Format format) {
    return this == HALF_LINE && format == Format.CSV ? "WRONG_COLUMN_COUNT" : reason;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kinds that an event can be spoilt with in a format. */
  static List<BadRow> fitting(Draft event, Format format) {
    return Arrays.stream(values()).filter(kind -> kind.fits(event, format)).toList();
  }

  private boolean fits(Draft event, Format format) {
    Shape shape = event.shape();
    return switch (this) {
      case EMPTY_EVENT_ID, TIMESTAMP_1970, TIMESTAMP_2260 -> true;
      case UNKNOWN_CHANNEL, MISSING_ACTOR, EMPTY_ACTOR -> shape.needsActor();
      case NEGATIVE_MONEY -> isSet(event, shape.firstOf(MONEY));
      case UNKNOWN_CURRENCY -> isSet(event, shape.firstOf(List.of("currency")));
      case SELF_TIE -> shape.isTie();
      case HALF_LINE, WRONG_TYPE -> format != Format.AVRO;
      case MONEY_WITH_COMMA -> format != Format.AVRO && isSet(event, shape.firstOf(MONEY));
    };
  }

  private static boolean isSet(Draft event, int position) {
    return position >= 0 && event.value(position) != null;
  }

  /** Spoils the draft; {@link #HALF_LINE} is cut after encoding instead. */
  void spoil(Draft event) {
    Shape shape = event.shape();
    switch (this) {
      case EMPTY_EVENT_ID -> event.stamp("", event.eventTs(), event.receivedTs());
      case TIMESTAMP_1970 -> event.stamp(event.eventId(), 0, event.receivedTs());
      case TIMESTAMP_2260 -> event.stamp(event.eventId(), YEAR_2260_MICROS, event.receivedTs());
      case UNKNOWN_CHANNEL -> event.in("telegraph");
      case MISSING_ACTOR -> event.by(null, "user", null);
      case EMPTY_ACTOR -> event.by("", "user", null);
      case NEGATIVE_MONEY -> event.replace(shape.firstOf(MONEY), -19_990_000L);
      case UNKNOWN_CURRENCY -> event.replace(shape.firstOf(List.of("currency")), "QQQ");
      case SELF_TIE -> event.target(event.actorId());
      case HALF_LINE -> {}
      case MONEY_WITH_COMMA -> event.replace(shape.firstOf(MONEY), "1,999.0000");
      case WRONG_TYPE -> event.misspellVersion();
    }
  }
}
