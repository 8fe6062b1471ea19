package groundswell.jobs.ingest;

import groundswell.schemas.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What every event must meet before it becomes a row. Reads a draft with raw ids, notes faults in
 * it; see {@link Reason} for each rule and for which of several faults is reported.
 */
final class EventRules {
  private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1_000L;
  private static final long YEAR_2100 = micros(Instant.parse("2100-01-01T00:00:00Z"));
  private static final Set<UTF8String> CURRENCIES = currencies();
  private static final Set<String> NEVER_NEGATIVE =
      Set.of("unit_price", "unit_cost", "amount", "discount");
  private static final Set<String> ABOVE_ZERO = Set.of("quantity", "line_no");
  private static final UTF8String NO_CONSENT = UTF8String.fromString("none");
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  private final Vocabulary vocabulary = Vocabulary.released();
  private final int eventId = vocabulary.index("event_id");
  private final int eventTs = vocabulary.index("event_ts");
  private final int receivedTs = vocabulary.index("received_ts");
  private final int actor = vocabulary.index("actor_id");
  private final int target = vocabulary.index("target_id");
  private final int channel = vocabulary.index("channel");
  private final int consent = vocabulary.index("consent_scope");
  private final int currency = vocabulary.index("currency");
  private final int vote = vocabulary.index("vote");
  private final int score = vocabulary.index("score");
  private final int sampleRate = vocabulary.index("sample_rate");
  private final EventField[] money = fields(NEVER_NEGATIVE);
  private final EventField[] counts = fields(ABOVE_ZERO);
  private final long earliest;

  /** Events before {@code earliest} [microseconds since 1970] are refused. */
  EventRules(Instant earliest) {
    this.earliest = micros(earliest);
  }

  /** Notes every fault of the draft that no earlier step noted. */
  void check(EventDraft draft) {
    EventKind kind = draft.kind();
    if (kind == null) {
      return; // already refused: nothing more can be said of an event without a type
    }
    required(draft, kind);
    domains(draft);
    money(draft);
    channel(draft);
    time(draft);
    people(draft, kind);
  }

  static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
  }

  private void required(EventDraft draft, EventKind kind) {
    need(draft, eventId, "event_id", kind);
    need(draft, eventTs, "event_ts", kind);
    if (kind.type().actor() == Presence.REQUIRED) {
      need(draft, actor, "actor_id", kind);
    }
    if (kind.type().target() == Presence.REQUIRED) {
      need(draft, target, "target_id", kind);
    }
    for (EventField field : kind.required()) {
      need(draft, field.index(), field.name(), kind);
    }
  }

  private static void need(EventDraft draft, int index, String name, EventKind kind) {
    Object value = draft.values()[index];
    boolean isMissing =
        value == null || (value instanceof UTF8String text && text.trim().numBytes() == 0);
    if (isMissing) {
      draft.refuse(
          Reason.MISSING_REQUIRED, "%s needs %s, which is empty".formatted(kind.name(), name));
    }
  }

  private void domains(EventDraft draft) {
    Object[] values = draft.values();
    for (EventField field : counts) {
      if (values[field.index()] instanceof Integer count && count < 1) {
        outside(draft, field.name(), "above 0", count);
      }
    }
    if (values[vote] instanceof Integer cast && (cast < -1 || cast > 1)) {
      outside(draft, "vote", "-1, 0 or 1", cast);
    }
    if (values[score] instanceof Integer answer && (answer < 0 || answer > 10)) {
      outside(draft, "score", "in [0, 10]", answer);
    }
    if (values[sampleRate] instanceof Double rate && !(rate > 0 && rate <= 1)) {
      outside(draft, "sample_rate", "in (0, 1]", rate);
    }
  }

  private static void outside(EventDraft draft, String name, String domain, Object value) {
    draft.refuse(Reason.BAD_TYPE, "%s must be %s but is %s".formatted(name, domain, value));
  }

  private void money(EventDraft draft) {
    Object[] values = draft.values();
    for (EventField field : money) {
      if (values[field.index()] instanceof Decimal amount && amount.toUnscaledLong() < 0) {
        draft.refuse(
            Reason.BAD_MONEY, "%s must not be below 0 but is %s".formatted(field.name(), amount));
      }
    }
    if (values[currency] != null && !CURRENCIES.contains(draft.text(currency))) {
      draft.refuse(
          Reason.BAD_MONEY,
          "currency must be a code of ISO 4217 such as CNY but is '%s'"
              .formatted(draft.text(currency)));
    }
  }

  /** A member acts somewhere; only events without an actor may leave the channel unknown. */
  private void channel(EventDraft draft) {
    Object where = draft.values()[channel];
    if (draft.values()[actor] != null && (where == null || UNKNOWN.equals(where))) {
      draft.refuse(Reason.UNKNOWN_CHANNEL, "a member acted, and the channel is not known");
    }
  }

  private void time(EventDraft draft) {
    if (!(draft.values()[eventTs] instanceof Long happened)) {
      return;
    }
    Long received = (Long) draft.values()[receivedTs];
    if (happened >= YEAR_2100 || (received != null && happened > received + DAY_MICROS)) {
      draft.refuse(
          Reason.TS_FUTURE, "event_ts is %s, after it was received".formatted(iso(happened)));
    }
    if (happened < earliest) {
      draft.refuse(
          Reason.TS_ANCIENT, "event_ts is %s, before %s".formatted(iso(happened), iso(earliest)));
    }
  }

  private void people(EventDraft draft, EventKind kind) {
    Object who = draft.values()[actor];
    if (kind.type().target() == Presence.REQUIRED
        && who != null
        && who.equals(draft.values()[target])) {
      draft.refuse(
          Reason.SELF_TIE, "%s joins two members but names one twice".formatted(kind.name()));
    }
    if (NO_CONSENT.equals(draft.values()[consent])) {
      draft.refuse(Reason.NO_CONSENT, "consent_scope is none");
    }
  }

  private static Instant iso(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  private EventField[] fields(Set<String> names) {
    return names.stream().sorted().map(vocabulary::field).toArray(EventField[]::new);
  }

  private static Set<UTF8String> currencies() {
    Set<UTF8String> codes = new HashSet<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      codes.add(UTF8String.fromString(currency.getCurrencyCode()));
    }
    return codes;
  }
}
