package groundswell.jobs.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Finds numbers that occur more than once among many: tasks sort arrays, nothing is made of a
 * number that is more than eight bytes.
 */
public final class RepeatedHashes {
  private RepeatedHashes() {}

  /** The repeated ones among all numbers of all arrays, each once, sorted. */
  public static long[] among(JavaRDD<long[]> hashes) {
    int parts = Math.max(1, hashes.getNumPartitions());
    return hashes
        .flatMapToPair(array -> parts(array, parts))
        .partitionBy(new HashPartitioner(parts))
        .mapPartitions(RepeatedHashes::repeated)
        .collect()
        .stream()
        .flatMapToLong(Arrays::stream)
        .sorted()
        .toArray();
  }

  private static Iterator<Tuple2<Integer, long[]>> parts(long[] hashes, int count) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    int[] sizes = new int[count];
    for (long hash : sorted) {
      sizes[part(hash, count)]++;
    }
    List<Tuple2<Integer, long[]>> parts = new ArrayList<>();
    int from = 0;
    for (int part = 0; part < count; part++) {
      parts.add(new Tuple2<>(part, Arrays.copyOfRange(sorted, from, from + sizes[part])));
      from += sizes[part];
    }
    return parts.iterator();
  }

  /** Equal parts of the whole range of numbers, so that a sorted array falls into them in order. */
  private static int part(long hash, int count) {
    return (int) Math.multiplyHigh((hash - Long.MIN_VALUE) >>> 1, 2L * count);
  }

  private static Iterator<long[]> repeated(Iterator<Tuple2<Integer, long[]>> arrays) {
    LongStream.Builder all = LongStream.builder();
    arrays.forEachRemaining(array -> Arrays.stream(array._2()).forEach(all));
    long[] sorted = all.build().sorted().toArray();
    LongStream.Builder found = LongStream.builder();
    for (int index = 1; index < sorted.length; index++) {
      boolean isSecond = index == 1 || sorted[index - 2] != sorted[index];
      if (sorted[index] == sorted[index - 1] && isSecond) {
        found.add(sorted[index]);
      }
    }
    return List.of(found.build().toArray()).iterator();
  }
}
