package groundswell.jobs.memberset;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** Serialized bitmaps in and out; equal sets give equal bytes, whatever order built them. */
final class Bitmaps {
  private Bitmaps() {}

  static byte[] bytes(RoaringBitmap bitmap) {
    bitmap.runOptimize(); // the smallest form of each container: one form per set
    ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(buffer);
    return buffer.array();
  }

  /** A view on the bytes; nothing is copied. */
  static ImmutableRoaringBitmap view(@Nullable byte[] set) {
    return set == null
        ? new ImmutableRoaringBitmap(ByteBuffer.wrap(bytes(new RoaringBitmap())))
        : new ImmutableRoaringBitmap(ByteBuffer.wrap(set));
  }

  static RoaringBitmap copy(byte[] set) {
    return view(set).toRoaringBitmap();
  }

  static long size(@Nullable byte[] set) {
    return set == null ? 0 : view(set).getLongCardinality();
  }

  @Nullable
  static byte[] intersection(@Nullable byte[] one, @Nullable byte[] other) {
    if (one == null || other == null) {
      return null;
    }
    return bytes(ImmutableRoaringBitmap.and(view(one), view(other)).toRoaringBitmap());
  }

  @Nullable
  static byte[] difference(@Nullable byte[] set, @Nullable byte[] excluded) {
    if (set == null || excluded == null) {
      return set;
    }
    return bytes(ImmutableRoaringBitmap.andNot(view(set), view(excluded)).toRoaringBitmap());
  }
}
