package groundswell.jobs.ingest;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes a whole row of what a source said: fills what it left open, checks the rules, adds where
 * the event stands and on which local day it fell, and puts pseudonyms in place of ids. One thread.
 */
final class EventCompletion {
  private static final UTF8String MEMBER = UTF8String.fromString("member");
  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  private final Vocabulary vocabulary = Vocabulary.released();
  private final int communityId = vocabulary.index("community_id");
  private final int eventDate = vocabulary.index("event_date");
  private final int period = vocabulary.index("period");
  private final int eventType = vocabulary.index("event_type");
  private final int eventTs = vocabulary.index("event_ts");
  private final int receivedTs = vocabulary.index("received_ts");
  private final int sourceFile = vocabulary.index("source_file");
  private final int sourceOffset = vocabulary.index("source_offset");
  private final int objectId = vocabulary.index("object_id");
  private final int objectType = vocabulary.index("object_type");
  private final int[] personal =
      vocabulary.fields().stream()
          .filter(EventField::personal)
          .mapToInt(EventField::index)
          .toArray();
  private final int[] symbols =
      new int[] {
        vocabulary.index("actor_kind"),
        vocabulary.index("channel"),
        vocabulary.index("device_class")
      };

  private final UTF8String community;
  private final UTF8String file;
  private final EventRules rules;
  private final LocalDays days;
  private final Pseudonyms pseudonyms;
  private final Object[] defaults = new Object[vocabulary.width()];

  EventCompletion(SourceMapping mapping, InputFile file, Pseudonyms pseudonyms) {
    this.community = UTF8String.fromString(mapping.community().id());
    this.file = UTF8String.fromString(file.name());
    this.rules = new EventRules(mapping.earliest());
    this.days = new LocalDays(mapping.community().zone(), mapping.community().storage());
    this.pseudonyms = pseudonyms;
    defaults[vocabulary.index("schema_version")] = 1;
    defaults[vocabulary.index("revision")] = 0;
    defaults[vocabulary.index("is_test")] = false;
    defaults[vocabulary.index("source_system")] = community;
    for (int symbol : symbols) {
      defaults[symbol] = UNKNOWN;
    }
  }

  /**
   * Completes the draft of an event that stands in a row; a refused draft holds no raw id either.
   */
  void complete(EventDraft draft, long rowNumber) {
    Object[] values = draft.values();
    UTF8String type = draft.text(eventType);
    draft.become(vocabulary.kind(type));
    if (draft.kind() == null && !draft.isRefused()) {
      draft.refuse(
          type == null ? Reason.MISSING_REQUIRED : Reason.SCHEMA_UNKNOWN,
          type == null
              ? "event_type is missing"
              : "no event type is called '%s'".formatted(TextValue.shown(type)));
    }
    fill(draft);
    rules.check(draft);
    values[communityId] = community;
    values[sourceFile] = file;
    values[sourceOffset] = UTF8String.fromString(Long.toString(rowNumber));
    if (!draft.isRefused()) {
      long happened = (Long) values[eventTs];
      values[eventDate] = days.day(happened);
      values[period] = days.period(happened);
    }
    hidePeople(draft);
  }

  private void fill(EventDraft draft) {
    Object[] values = draft.values();
    for (int index = 0; index < values.length; index++) {
      if (values[index] == null) {
        values[index] = defaults[index];
      }
    }
    if (values[receivedTs] == null) {
      values[receivedTs] = values[eventTs];
    }
    if (values[objectType] == null || UNKNOWN.equals(values[objectType])) {
      boolean named = draft.kind() != null && values[objectId] != null;
      values[objectType] = named ? draft.kind().objectType() : UNKNOWN;
    }
  }

  private void hidePeople(EventDraft draft) {
    for (int index : personal) {
      hide(draft, index);
    }
    if (MEMBER.equals(draft.values()[objectType])) {
      hide(draft, objectId);
    }
  }

  private void hide(EventDraft draft, int index) {
    UTF8String id = draft.text(index);
    if (!pseudonyms.isErased(id)) {
      draft.values()[index] = pseudonyms.of(id);
      return;
    }
    draft.values()[index] = null;
    if (draft.kind() == null || draft.kind().needs(vocabulary.name(index))) {
      draft.erase();
    }
  }
}
