package groundswell.jobs.ingest;

import org.apache.spark.unsafe.types.UTF8String;

/** Rows that are events already: each column is the field of its name. */
final class CanonicalRows implements RowMapper {
  private static final UTF8String MEMBER = UTF8String.fromString("member");

  private final Vocabulary vocabulary = Vocabulary.released();
  private final EventField[] fields = vocabulary.fields().toArray(EventField[]::new);
  private final EventField[] symbols =
      vocabulary.fields().stream()
          .filter(field -> field.kind() == FieldKind.SYMBOL)
          .toArray(EventField[]::new);
  private final int communityId = vocabulary.index("community_id");
  private final int objectId = vocabulary.index("object_id");
  private final int objectType = vocabulary.index("object_type");
  private final String community;
  private final UTF8String communityText;
  private final SourceFormat format;
  private final TextValue text;
  private SourceRow row;
  private boolean isRead;

  CanonicalRows(SourceMapping mapping) {
    community = mapping.community().id();
    communityText = UTF8String.fromString(community);
    format = mapping.format();
    text = new TextValue(mapping.timestampZone());
  }

  @Override
  public void begin(SourceRow newRow) {
    row = newRow;
    isRead = false;
  }

  @Override
  public boolean next(EventDraft draft) {
    if (isRead) {
      return false;
    }
    isRead = true;
    if (format.isText()) {
      readText(draft);
    } else if (format == SourceFormat.PARQUET) {
      readTyped(draft);
    } else {
      System.arraycopy(row.values(), 0, draft.values(), 0, fields.length);
      readSymbols(draft);
    }
    Object named = draft.values()[communityId];
    if (named != null && !communityText.equals(named)) {
      draft.refuse(
          Reason.BAD_TYPE, "community_id must be '%s' but is '%s'".formatted(community, named));
    }
    return true;
  }

  @Override
  public String ignoredBecause() {
    return null;
  }

  @Override
  public boolean isPersonal(int position) {
    return fields[position].personal()
        || (position == objectId && MEMBER.equals(row.values()[objectType]));
  }

  private void readText(EventDraft draft) {
    Object[] given = row.values();
    Object[] values = draft.values();
    for (int index = 0; index < fields.length; index++) {
      if (given[index] != null) {
        values[index] = text.read(fields[index], (UTF8String) given[index], draft);
      }
    }
  }

  /** Parquet has types but no symbols, and another writer's types may not be ours. */
  private void readTyped(EventDraft draft) {
    Object[] given = row.values();
    Object[] values = draft.values();
    for (int index = 0; index < fields.length; index++) {
      Object value = given[index];
      values[index] =
          value == null || fields[index].kind().holds(value)
              ? value
              : text.read(fields[index], UTF8String.fromString(String.valueOf(value)), draft);
    }
  }

  /** Whoever wrote an Avro file may know symbols that we do not. */
  private void readSymbols(EventDraft draft) {
    Object[] values = draft.values();
    for (EventField field : symbols) {
      Object value = values[field.index()];
      if (value != null) {
        values[field.index()] = text.read(field, (UTF8String) value, draft);
      }
    }
  }
}
