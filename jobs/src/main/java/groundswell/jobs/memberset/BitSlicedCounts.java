package groundswell.jobs.memberset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * In how many sets each member is, as a binary number whose digits are bitmaps: digit i holds the
 * members whose count has bit i set. Adding a set is a ripple carry over whole bitmaps, so the work
 * does not grow with members times days. Not thread safe.
 */
final class BitSlicedCounts {
  private final List<RoaringBitmap> digits = new ArrayList<>();

  /** Counts one more for each member of the set. */
  void add(RoaringBitmap set) {
    RoaringBitmap carry = set;
    for (int digit = 0; !carry.isEmpty(); digit++) {
      if (digits.size() == digit) {
        digits.add(new RoaringBitmap());
      }
      RoaringBitmap next = RoaringBitmap.and(digits.get(digit), carry);
      digits.get(digit).xor(carry);
      carry = next;
    }
  }

  /** At index n - 1: members whose count is exactly n. Ends with the highest count. */
  long[] histogram() {
    int highest = (1 << digits.size()) - 1;
    long[] members = new long[highest];
    int last = 0;
    for (int count = 1; count <= highest; count++) {
      members[count - 1] = withCount(count);
      last = members[count - 1] > 0 ? count : last;
    }
    return Arrays.copyOf(members, last);
  }

  private long withCount(int count) {
    RoaringBitmap members = RoaringBitmap.or(digits.iterator());
    for (int digit = 0; digit < digits.size(); digit++) {
      if ((count >> digit & 1) == 1) {
        members.and(digits.get(digit));
      } else {
        members.andNot(digits.get(digit));
      }
    }
    return members.getLongCardinality();
  }
}
