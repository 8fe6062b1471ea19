package groundswell.jobs.ingest;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.file.SeekableInput;

/**
 * Records of an Avro container file, decoded with the schema that the file carries. All whole
 * blocks of a truncated file are read. A row's number counts the records from 1.
 */
final class AvroRows implements RowReader {
  private final SeekableInput in;
  private final AvroDecoding decoding;
  private final DataFileReader<SourceRow> records;
  private long number;

  AvroRows(InputFile file, SourceColumns columns) throws IOException {
    in = seekable(file);
    decoding = new AvroDecoding(columns);
    try {
      records = new DataFileReader<>(in, decoding);
    } catch (RuntimeException fault) {
      throw broken(fault);
    }
  }

  @Override
  public boolean next(SourceRow row) throws IOException {
    try {
      if (!records.hasNext()) {
        requireEnd();
        return false;
      }
      row.begin(number + 1);
      records.next(row);
      number++;
      return true;
    } catch (RuntimeException fault) {
      throw broken(fault);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** Whatever the library makes of bytes that its schema did not lead it to expect. */
  private static IOException broken(RuntimeException fault) {
    return fault instanceof AvroRuntimeException
        ? new IOException(fault)
        : new IOException("its bytes are not what its schema says");
  }

  /** A file cut within the head of a block ends quietly for the library; not for us. */
  private void requireEnd() throws IOException {
    long read = records.previousSync();
    if (read < in.length()) {
      throw new IOException("the block at byte %d is cut off".formatted(read));
    }
  }

  /** A compressed container has no place to seek in, so it is held in memory. */
  private static SeekableInput seekable(InputFile file) throws IOException {
    if (!file.isCompressed()) {
      return new SeekableFileInput(file.path().toFile());
    }
    return new SeekableByteArrayInput(Decompressed.untilBreak(file));
  }
}
