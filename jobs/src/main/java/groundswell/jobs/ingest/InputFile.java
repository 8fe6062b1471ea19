package groundswell.jobs.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * One file of a source.
 *
 * @param number place in the sorted list of the run's files, from 0
 * @param name path below the input folder, with forward slashes
 * @param location where it lies
 * @param bytes size as stored
 */
record InputFile(int number, String name, String location, long bytes) implements Serializable {
  private static final int BUFFER = 1 << 16;

  /** The same files, numbered by their place in the list. */
  static List<InputFile> numbered(List<InputFile> files) {
    List<InputFile> numbered = new ArrayList<>();
    for (InputFile file : files) {
      numbered.add(new InputFile(numbered.size(), file.name, file.location, file.bytes));
    }
    return numbered;
  }

  Path path() {
    return Path.of(location);
  }

  /** True when the file's first bytes are those of gzip, bzip2 or zstd. */
  boolean isCompressed() throws IOException {
    try (InputStream in = Files.newInputStream(path())) {
      return Compression.of(in.readNBytes(4)) != Compression.NONE;
    }
  }

  /** The content, decompressed as its first bytes say. */
  InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path()), BUFFER);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    return switch (Compression.of(magic)) {
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case ZSTD -> new ZstdInputStream(in);
      case NONE -> in;
    };
  }

  private enum Compression {
    GZIP,
    BZIP2,
    ZSTD,
    NONE;

    static Compression of(byte[] magic) {
      if (starts(magic, 0x1f, 0x8b)) {
        return GZIP;
      }
      if (starts(magic, 'B', 'Z', 'h')) {
        return BZIP2;
      }
      return starts(magic, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : NONE;
    }

    private static boolean starts(byte[] bytes, int... magic) {
      if (bytes.length < magic.length) {
        return false;
      }
      for (int index = 0; index < magic.length; index++) {
        if ((bytes[index] & 0xff) != magic[index]) {
          return false;
        }
      }
      return true;
    }
  }
}
