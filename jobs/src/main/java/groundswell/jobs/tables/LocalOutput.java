package groundswell.jobs.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** One file to write. */
final class LocalOutput implements OutputFile {
  private final String location;
  private final Path path;

  LocalOutput(String location) {
    this.location = location;
    this.path = LocalFiles.path(location);
  }

  @Override
  public PositionOutputStream create() {
    return open(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return open(
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInput(location);
  }

  private PositionOutputStream open(OpenOption... options) {
    try {
      Files.createDirectories(path.getParent());
      return new Stream(new BufferedOutputStream(Files.newOutputStream(path, options), 1 << 16));
    } catch (FileAlreadyExistsException present) {
      throw new AlreadyExistsException(present, "File exists already: %s", location);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write " + location, fault);
    }
  }

  /** Counts the bytes that went by. */
  private static final class Stream extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    private Stream(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
