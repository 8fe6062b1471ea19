package groundswell.jobs.marts.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** One meetup and its guests: a row for itself, without a member, and one for each guest. */
final class GuestList {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, meetup_id STRING, member_number INT, starts_ts TIMESTAMP, \
          meetup_date DATE, said_yes BOOLEAN, has_come BOOLEAN, is_new BOOLEAN, is_staff BOOLEAN, \
          organiser_kind STRING, city STRING, announced_ts TIMESTAMP, cost DECIMAL(18,4), \
          currency STRING""");

  /** How long a member is new [days]. */
  private static final int NEW_DAYS = 28;

  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  private final MeetupEvent first;
  private final Map<Integer, Guest> guests = new TreeMap<>();
  private Long announced;
  private MeetupEvent arrival;
  private UTF8String organiser = UNKNOWN;
  private UTF8String city;
  private Decimal cost;
  private UTF8String currency;

  /** What one member answered and did. */
  private static final class Guest {
    private MeetupEvent last;
    private boolean saidYes;
    private boolean hasCome;
  }

  GuestList(MeetupEvent first) {
    this.first = first;
  }

  void take(MeetupEvent event) {
    if (event.isAnnouncement()) {
      announce(event);
      return;
    }
    if (event.isArrival() && arrival == null) {
      arrival = event;
    }
    if (event.isOfPerson()) {
      Guest guest = guests.computeIfAbsent(event.member(), number -> new Guest());
      guest.last = event;
      guest.hasCome |= event.isArrival();
      guest.saidYes = event.isArrival() ? guest.saidYes : event.isYes();
    }
  }

  private void announce(MeetupEvent event) {
    announced = announced == null ? Long.valueOf(event.micros()) : announced;
    organiser = event.organiser() == null ? organiser : event.organiser();
    city = event.city() == null ? city : event.city();
    if (event.namesCost()) {
      cost = event.cost();
      currency = event.currency();
    }
  }

  List<InternalRow> rows() {
    List<InternalRow> rows = new ArrayList<>();
    rows.add(row(null, null));
    guests.forEach((number, guest) -> rows.add(row(number, guest)));
    return rows;
  }

  private InternalRow row(Integer member, Guest guest) {
    boolean isGuest = guest != null;
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.meetupId(),
          member,
          arrival == null ? null : Long.valueOf(arrival.micros()),
          arrival == null ? null : Integer.valueOf(arrival.date()),
          isGuest && guest.saidYes,
          isGuest && guest.hasCome,
          isGuest && guest.hasCome && !guest.last.hadJoined(NEW_DAYS, arrival.date()),
          isGuest && guest.last.isOfStaff(),
          organiser,
          city,
          announced,
          cost,
          currency
        });
  }
}
