package groundswell.jobs.marts.ties;

import groundswell.jobs.fold.FoldedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Contacts and steps into rings in, week by week; one row per week and channel in which ties exist
 * out, also for weeks in which nothing happened.
 */
final class NetworkWeeks extends FoldedRows {
  private static final int DAYS = 7;

  private NetworkEvent previous;
  private LivingTies ties;
  private UTF8String[] rings;

  NetworkWeeks(Iterator<InternalRow> events) {
    super(events);
  }

  @Override
  protected List<InternalRow> fold() {
    NetworkEvent first = new NetworkEvent(upcoming());
    List<InternalRow> rows = new ArrayList<>();
    if (previous == null || !previous.communityId().equals(first.communityId())) {
      ties = new LivingTies(first.halfLifeDays());
      rings = new UTF8String[16];
    } else {
      for (int week = previous.week() + DAYS; week < first.week(); week += DAYS) {
        tell(first, week, rows);
      }
    }
    List<NetworkEvent> contacts = new ArrayList<>();
    giveWhile(row -> first.isSameWeek(new NetworkEvent(row)), row -> take(row, contacts));
    ties.take(first.week(), contacts);
    tell(first, first.week(), rows);
    previous = first;
    return rows;
  }

  private void take(InternalRow row, List<NetworkEvent> contacts) {
    NetworkEvent event = new NetworkEvent(row);
    if (event.isContact()) {
      contacts.add(event);
    } else {
      if (event.number() >= rings.length) {
        rings = Arrays.copyOf(rings, 2 * event.number());
      }
      rings[event.number()] = event.name();
    }
  }

  private void tell(NetworkEvent ofCommunity, int week, List<InternalRow> rows) {
    if (week <= ofCommunity.latestWeek()) {
      for (WeekNetwork network : ties.networks(week)) {
        rows.add(network.row(ofCommunity.communityId(), week, rings));
      }
    }
  }
}
