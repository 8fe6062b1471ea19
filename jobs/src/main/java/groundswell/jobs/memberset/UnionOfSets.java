package groundswell.jobs.memberset;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.roaringbitmap.RoaringBitmap;

/** Unites serialized sets. */
final class UnionOfSets extends Aggregator<byte[], RoaringBitmap, byte[]> {
  @Override
  public RoaringBitmap zero() {
    return new RoaringBitmap();
  }

  @Override
  public RoaringBitmap reduce(RoaringBitmap union, byte[] set) {
    if (set != null) {
      union.or(Bitmaps.copy(set));
    }
    return union;
  }

  @Override
  public RoaringBitmap merge(RoaringBitmap one, RoaringBitmap other) {
    one.or(other);
    return one;
  }

  @Override
  public byte[] finish(RoaringBitmap union) {
    return Bitmaps.bytes(union);
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
