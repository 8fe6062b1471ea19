package groundswell.jobs.tables;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** One file to read. */
final class LocalInput implements InputFile {
  private final String location;
  private final Path path;

  LocalInput(String location) {
    this.location = location;
    this.path = LocalFiles.path(location);
  }

  @Override
  public long getLength() {
    try {
      return Files.size(path);
    } catch (IOException fault) {
      throw new NotFoundException(fault, "Cannot read %s", location);
    }
  }

  @Override
  public SeekableInputStream newStream() {
    try {
      return new Stream(new RandomAccessFile(path.toFile(), "r"));
    } catch (IOException fault) {
      throw new NotFoundException(fault, "Cannot read %s", location);
    }
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  /** The bytes, from any position. */
  private static final class Stream extends SeekableInputStream {
    private final RandomAccessFile file;

    private Stream(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public long getPos() throws IOException {
      return file.getFilePointer();
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return file.read(bytes, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = Math.max(0, Math.min(count, file.length() - file.getFilePointer()));
      file.seek(file.getFilePointer() + skipped);
      return skipped;
    }

    @Override
    public int available() {
      try {
        return (int) Math.min(Integer.MAX_VALUE, file.length() - file.getFilePointer());
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
