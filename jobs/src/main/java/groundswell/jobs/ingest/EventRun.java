package groundswell.jobs.ingest;

import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.SortedRun;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Events of one storage period by type, time and id, as rows of {@code core.event}. */
final class EventRun implements SortedRun {
  private static final Vocabulary VOCABULARY = Vocabulary.released();
  private static final int COMMUNITY_ID = VOCABULARY.index("community_id");
  private static final int PERIOD = VOCABULARY.index("period");
  private static final int SOURCE_FILE = VOCABULARY.index("source_file");

  private final String communityId;
  private final List<KeptEvents> parts;

  /**
   * @param parts at least one, all of one period
   */
  EventRun(String communityId, List<KeptEvents> parts) {
    this.communityId = communityId;
    this.parts = parts;
  }

  @Override
  public Portion portion() {
    return new Portion(communityId, Optional.of(LocalDate.ofEpochDay(parts.get(0).period())));
  }

  @Override
  public Iterator<InternalRow> rows() {
    Object[] values = new Object[VOCABULARY.width()];
    UTF8String community = UTF8String.fromString(communityId);
    List<UTF8String> files =
        parts.stream().map(part -> UTF8String.fromString(part.sourceFile())).toList();
    InternalRow row = new GenericInternalRow(values);
    return Arrays.stream(places())
        .map(
            place -> {
              Arrays.fill(values, null);
              values[COMMUNITY_ID] = community;
              values[PERIOD] = parts.get(place.part).period();
              values[SOURCE_FILE] = files.get(place.part);
              place.events.read(place.event, values);
              return row;
            })
        .iterator();
  }

  private Place[] places() {
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
