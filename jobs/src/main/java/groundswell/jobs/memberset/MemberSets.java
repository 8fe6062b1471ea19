package groundswell.jobs.memberset;

import static org.apache.spark.sql.functions.*;

import javax.annotation.Nullable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.roaringbitmap.RoaringBitmap;
import scala.collection.Seq;

/**
 * Sets of member numbers as column values: exact distinct counts over any cut and any span of days.
 * A set is a 32-bit RoaringBitmap in its portable serialization; null stands for the empty set.
 */
public final class MemberSets {
  private static final UserDefinedFunction SET_OF =
      udaf(new NumbersToSet(), Encoders.INT()).asNonNullable();
  private static final UserDefinedFunction UNION =
      udaf(new UnionOfSets(), Encoders.BINARY()).asNonNullable();
  private static final UserDefinedFunction SIZE =
      udf((UDF1<byte[], Long>) Bitmaps::size, DataTypes.LongType).asNonNullable();
  private static final UserDefinedFunction OVERLAP =
      udf((UDF2<byte[], byte[], byte[]>) Bitmaps::intersection, DataTypes.BinaryType);
  private static final UserDefinedFunction WITHOUT =
      udf((UDF2<byte[], byte[], byte[]>) Bitmaps::difference, DataTypes.BinaryType);

  private static final UserDefinedFunction COUNT_HISTOGRAM =
      udf(
          (UDF1<Seq<byte[]>, long[]>) MemberSets::countHistogram,
          DataTypes.createArrayType(DataTypes.LongType, false));

  private MemberSets() {}

  /** Aggregate: the set of the numbers of a group; nulls are left out. */
  public static Column setOf(Column numbers) {
    return SET_OF.apply(numbers);
  }

  /** Aggregate, also over a window: the union of the sets of a group. */
  public static Column union(Column sets) {
    return UNION.apply(sets);
  }

  /** Of an array of sets: at index n - 1, how many members are in exactly n of them. */
  public static Column countHistogram(Column sets) {
    return COUNT_HISTOGRAM.apply(sets);
  }

  /** How many members the set has. */
  public static Column size(Column set) {
    return SIZE.apply(set);
  }

  /** Members in both sets. */
  public static Column overlap(Column one, Column other) {
    return OVERLAP.apply(one, other);
  }

  /** Members in the first set and not in the second. */
  public static Column without(Column set, Column excluded) {
    return WITHOUT.apply(set, excluded);
  }

  /** Reads a set; null is the empty one. */
  public static RoaringBitmap read(@Nullable byte[] set) {
    return set == null ? new RoaringBitmap() : Bitmaps.copy(set);
  }

  private static long[] countHistogram(Seq<byte[]> sets) {
    BitSlicedCounts counts = new BitSlicedCounts();
    for (int index = 0; index < sets.size(); index++) {
      counts.add(Bitmaps.copy(sets.apply(index)));
    }
    return counts.histogram();
  }
}
