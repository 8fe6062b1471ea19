package groundswell.jobs.marts.commerce;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who reserved in a launch and who bought. Member numbers are dense, so the places of the many who
 * reserve stand in pages of an array: 8 bytes for each, none for a page that nobody is on.
 */
final class LaunchMembers {
  private static final int PAGE_BITS = 10;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  private final RoaringBitmap everReserved = new RoaringBitmap();
  private final RoaringBitmap bought = new RoaringBitmap();
  private long[][] places = new long[0][];

  /** An event of a member. Only reservations, their return and payments matter here. */
  void take(LaunchKind kind, LaunchEvent event) {
    if (kind == LaunchKind.RESERVED && event.units() > 0) {
      everReserved.add(event.member());
      addPlaces(event.member(), event.units());
    } else if (kind == LaunchKind.UNRESERVED) {
      addPlaces(event.member(), -event.units());
    } else if (kind == LaunchKind.PAID && event.units() > 0) {
      bought.add(event.member());
    }
  }

  /** Members who reserved more units than they gave back. */
  long reservers() {
    long reservers = 0;
    for (long[] page : places) {
      reservers += page == null ? 0 : Arrays.stream(page).filter(units -> units > 0).count();
    }
    return reservers;
  }

  long everReserved() {
    return everReserved.getLongCardinality();
  }

  long buyers() {
    return bought.getLongCardinality();
  }

  /** Buyers who had ever reserved. */
  long reservedBuyers() {
    return RoaringBitmap.andCardinality(bought, everReserved);
  }

  private void addPlaces(int member, long units) {
    int page = member >> PAGE_BITS;
    if (page >= places.length) {
      places = Arrays.copyOf(places, Math.max(page + 1, 2 * places.length));
    }
    if (places[page] == null) {
      places[page] = new long[PAGE_SIZE];
    }
    places[page][member & (PAGE_SIZE - 1)] += units;
  }
}
