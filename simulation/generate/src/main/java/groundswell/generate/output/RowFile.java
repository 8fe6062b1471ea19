package groundswell.generate.output;

import groundswell.generate.Format;
import groundswell.generate.event.Vocabulary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;

/** Writes rows to one file; the bytes are a function of the rows and the file's name alone. */
final class RowFile {
  private static final int DEFLATE_LEVEL = 1;
  private static final int BLOCK_BYTES = 1 << 18;

  private RowFile() {}

  static void write(Path root, String relative, Format format, Rows rows) {
    Path path = root.resolve(relative);
    try {
      Files.createDirectories(path.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
        switch (format) {
          case AVRO -> avro(out, relative, rows);
          case JSONL -> lines(out, "", rows);
          case CSV -> lines(out, CsvEncoder.header(Vocabulary.canonical()), rows);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static void lines(OutputStream out, String header, Rows rows) throws IOException {
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    for (int row : rows.byReceipt()) {
      out.write(rows.array(), rows.start(row), rows.length(row));
    }
  }

  private static void avro(OutputStream out, String name, Rows rows) throws IOException {
    try (var writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.setCodec(CodecFactory.deflateCodec(DEFLATE_LEVEL)).setSyncInterval(BLOCK_BYTES);
      writer.create(Vocabulary.canonical().schema(), out, syncMarker(name));
      for (int row : rows.byReceipt()) {
        writer.appendEncoded(ByteBuffer.wrap(rows.array(), rows.start(row), rows.length(row)));
      }
    }
  }

  private static byte[] syncMarker(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
