package groundswell.jobs.ingest;

import groundswell.jobs.tables.ColumnSink;
import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.SortedRun;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events of one storage period by type, time and id, for {@code core.event}. */
final class EventRun implements SortedRun {
  private static final Vocabulary VOCABULARY = Vocabulary.released();
  private static final int COMMUNITY_ID = VOCABULARY.index("community_id");
  private static final int PERIOD = VOCABULARY.index("period");
  private static final int SOURCE_FILE = VOCABULARY.index("source_file");

  private final String communityId;
  private final List<KeptEvents> parts;
  private final byte[] community;
  private final byte[][] files;
  private final EventColumns columns = EncodedEvents.columns();
  private final Place[] places;

  /**
   * @param parts at least one, all of one period
   */
  EventRun(String communityId, List<KeptEvents> parts) {
    this.communityId = communityId;
    this.parts = parts;
    this.community = utf8(communityId);
    this.files = parts.stream().map(part -> utf8(part.sourceFile())).toArray(byte[][]::new);
    this.places = places(parts);
  }

  @Override
  public Portion portion() {
    return new Portion(communityId, Optional.of(LocalDate.ofEpochDay(period())));
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public void give(int from, int to, ColumnSink into) {
    columns.clear();
    byte[][] bytes = new byte[to - from][];
    for (int row = 0; row < bytes.length; row++) {
      Place place = places[from + row];
      bytes[row] = place.events.take(place.event, row, columns);
    }
    for (int column = 0; column < VOCABULARY.width(); column++) {
      if (column == COMMUNITY_ID || column == PERIOD || column == SOURCE_FILE) {
        giveShared(column, from, to, into);
      } else {
        columns.give(column, bytes, bytes.length, into);
      }
    }
  }

  /** What all events of the run, or of a part of it, have in common. */
  private void giveShared(int column, int from, int to, ColumnSink into) {
    for (int row = from; row < to; row++) {
      if (column == PERIOD) {
        into.integer(column, period());
      } else {
        byte[] text = column == COMMUNITY_ID ? community : files[places[row].part];
        into.text(column, text, 0, text.length);
      }
    }
  }

  private int period() {
    return parts.get(0).period();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Place[] places(List<KeptEvents> parts) {
    Place[] places = new Place[parts.stream().mapToInt(part -> part.events().size()).sum()];
    int filled = 0;
    for (int part = 0; part < parts.size(); part++) {
      EncodedEvents events = parts.get(part).events();
      for (int event = 0; event < events.size(); event++) {
        places[filled++] = new Place(events.order(event), part, events, event);
      }
    }
    Arrays.sort(places, Place.ORDER);
    return places;
  }

  /** Where an event of the run lies. */
  private record Place(long order, int part, EncodedEvents events, int event) {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::order).thenComparing(Place::compareIds);

    private int compareIds(Place other) {
      return EncodedEvents.compareIds(events, event, other.events, other.event);
    }
  }
}
