package groundswell.jobs.memberset;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.roaringbitmap.RoaringBitmap;

/** Collects member numbers into one set. */
final class NumbersToSet extends Aggregator<Integer, RoaringBitmap, byte[]> {
  @Override
  public RoaringBitmap zero() {
    return new RoaringBitmap();
  }

  @Override
  public RoaringBitmap reduce(RoaringBitmap set, Integer number) {
    if (number != null) {
      set.add(number.intValue());
    }
    return set;
  }

  @Override
  public RoaringBitmap merge(RoaringBitmap one, RoaringBitmap other) {
    one.or(other);
    return one;
  }

  @Override
  public byte[] finish(RoaringBitmap set) {
    return Bitmaps.bytes(set);
  }

  @Override
  public Encoder<RoaringBitmap> bufferEncoder() {
    return Encoders.kryo(RoaringBitmap.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
