package groundswell.planning.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Makes equal rows equal files. The library lists the encodings of a column in the order of
 * identity hashes, which differs from one Java process to the next; here they stand in the order of
 * their numbers. Nothing else of the file changes, nor its length.
 */
public final class ParquetFooter {
  /** Length of the footer, then the four letters PAR1. */
  private static final int TAIL_BYTES = 8;

  private ParquetFooter() {}

  /** Rewrites the footer of a finished file in place. */
  public static void sortEncodings(Path path) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] tail = read(file, file.length() - TAIL_BYTES, TAIL_BYTES);
      int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      long start = file.length() - TAIL_BYTES - length;
      byte[] sorted = sorted(read(file, start, length));
      if (sorted.length != length) {
        throw new IllegalStateException(
            "The footer of %s must keep its %d bytes but has %d when its encodings are sorted"
                .formatted(path, length, sorted.length));
      }
      file.seek(start);
      file.write(sorted);
    }
  }

  private static byte[] read(RandomAccessFile file, long start, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(start);
    file.readFully(bytes);
    return bytes;
  }

  private static byte[] sorted(byte[] footer) throws IOException {
    FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        column.getMeta_data().getEncodings().sort(Comparator.comparing(Encoding::getValue));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, bytes);
    return bytes.toByteArray();
  }
}
