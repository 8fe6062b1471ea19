package groundswell.jobs.memberset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class BitSlicedCountsTest {
  @Test
  void a_member_of_three_sets_is_counted_at_three() {
    BitSlicedCounts counts = new BitSlicedCounts();
    counts.add(RoaringBitmap.bitmapOf(1, 2));
    counts.add(RoaringBitmap.bitmapOf(1));
    counts.add(RoaringBitmap.bitmapOf(1, 7));

    assertThat(counts.histogram()).containsExactly(2, 0, 1);
  }

  @Test
  void no_sets_have_no_histogram() {
    assertThat(new BitSlicedCounts().histogram()).isEmpty();
  }

  @Property(tries = 100)
  void the_histogram_equals_counting_member_by_member(
      @ForAll @Size(max = 31)
          List<@Size(max = 20) Set<@IntRange(min = 0, max = 40) Integer>> days) {
    BitSlicedCounts counts = new BitSlicedCounts();
    long[] expected = new long[32];
    days.forEach(day -> counts.add(bitmap(day)));
    for (int member = 0; member <= 40; member++) {
      int number = member;
      expected[(int) days.stream().filter(day -> day.contains(number)).count()]++;
    }

    long[] histogram = counts.histogram();

    for (int n = 1; n < expected.length; n++) {
      assertThat(n <= histogram.length ? histogram[n - 1] : 0).isEqualTo(expected[n]);
    }
  }

  private static RoaringBitmap bitmap(Set<Integer> members) {
    RoaringBitmap bitmap = new RoaringBitmap();
    members.forEach(bitmap::add);
    return bitmap;
  }
}
