package groundswell.jobs.marts.service;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Events of meetups in, meetup by meetup in the order of time; the meetups with their guests out.
 */
final class GuestLists extends FoldedRows {
  GuestLists(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    MeetupEvent first = new MeetupEvent(upcoming());
    GuestList list = new GuestList(first);
    giveWhile(
        row -> first.isOfMeetup(new MeetupEvent(row)), row -> list.take(new MeetupEvent(row)));
    return list.rows();
  }
}
