package groundswell.jobs.marts.service;

import groundswell.jobs.fold.FoldedRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** What is known of meetups in, meetup by meetup and member by member; one row each out. */
final class Meetups extends FoldedRows {
  Meetups(Iterator<InternalRow> entries) {
    super(entries);
  }

  @Override
  protected List<InternalRow> fold() {
    MeetupEntry first = new MeetupEntry(upcoming());
    MeetupTally tally = new MeetupTally(first);
    giveWhile(
        row -> first.isOfMeetup(new MeetupEntry(row)), row -> tally.take(new MeetupEntry(row)));
    return List.of(tally.row());
  }
}
