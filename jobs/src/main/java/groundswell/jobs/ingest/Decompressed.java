package groundswell.jobs.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a compressed file, as far as they can be had. */
final class Decompressed {
  private static final int MOST = 1 << 30;

  private Decompressed() {}

  /** All bytes before the end or the break; the format's own reader notices a missing tail. */
  static byte[] untilBreak(InputFile file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = file.open()) {
      copy(in, bytes);
    }
    if (bytes.size() >= MOST) {
      throw new IOException(
          "%s is larger than %d bytes: store Avro uncompressed, with a codec inside"
              .formatted(file.name(), MOST));
    }
    return bytes.toByteArray();
  }

  private static void copy(InputStream in, ByteArrayOutputStream bytes) {
    byte[] block = new byte[1 << 16];
    try {
      int count = in.read(block);
      while (count >= 0 && bytes.size() < MOST) {
        bytes.write(block, 0, count);
        count = in.read(block);
      }
    } catch (IOException fault) {
      // what was read so far is whole; the container's reader reports where it breaks
    }
  }
}
