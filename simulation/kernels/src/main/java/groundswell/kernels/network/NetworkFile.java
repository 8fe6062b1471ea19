package groundswell.kernels.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The file {@code network.csr}: little-endian, memory-mapped when read. A header of 64 bytes (magic
 * {@code GSWELCSR}, version, members, arcs, CRC-32C of the rest), then offsets (8 bytes each),
 * targets (4), strengths (4), tie classes (1). Written beside its place and moved there whole, so a
 * reader never sees half a file.
 */
public final class NetworkFile {
  static final int VERSION = 1;
  private static final long MAGIC = 0x5253434C45575347L; // "GSWELCSR", first byte lowest
  private static final int HEADER = 64;
  private static final int CHUNK = 1 << 26; // bytes per mapping; a multiple of every element size

  private NetworkFile() {}

  /** Writes the network; the same network gives the same bytes. */
  public static void write(Network network, Path file) {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      writeDraft(network, draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write network %s: %s".formatted(file, e), e);
    }
  }

  private static void writeDraft(Network network, Path draft) throws IOException {
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      var sections = new Sections(channel, MapMode.READ_WRITE);
      sections.each(
          8, network.offsets().length, (b, i, n) -> b.asLongBuffer().put(network.offsets(), i, n));
      sections.each(
          4, network.targets().length, (b, i, n) -> b.asIntBuffer().put(network.targets(), i, n));
      sections.each(
          4,
          network.strengths().length,
          (b, i, n) -> b.asFloatBuffer().put(network.strengths(), i, n));
      sections.each(1, network.tieClasses().length, (b, i, n) -> b.put(network.tieClasses(), i, n));
      var header = header();
      header.putLong(MAGIC).putInt(VERSION).putInt(0);
      header.putLong(network.members()).putLong(network.arcs()).putLong(sections.checksum());
      channel.write(header.clear(), 0);
      channel.force(true);
    }
  }

  /**
   * Reads a network; a file that is not whole, or not of this version, is refused in a sentence.
   */
  public static Network read(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var header = header();
      channel.read(header, 0);
      long size = channel.size();
      if (size < HEADER || header.getLong(0) != MAGIC) {
        throw refused(file, "is not a network file (%d bytes, no GSWELCSR mark)".formatted(size));
      }
      if (header.getInt(8) != VERSION) {
        throw refused(file, "has version %d (supported: %d)".formatted(header.getInt(8), VERSION));
      }
      return readBody(file, channel, header.getLong(16), header.getLong(24), header.getLong(32));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read network %s: %s".formatted(file, e), e);
    }
  }

  private static Network readBody(
      Path file, FileChannel channel, long members, long arcs, long checksum) throws IOException {
    if (members < 0 || members >= Integer.MAX_VALUE - 9L || arcs < 0 || arcs > Network.MOST_ARCS) {
      throw refused(file, "says %d members and %d arcs".formatted(members, arcs));
    }
    long expected = HEADER + 8 * (members + 1) + 9 * arcs;
    if (channel.size() != expected) {
      throw refused(
          file, "has %d bytes where %d belong; it was cut off".formatted(channel.size(), expected));
    }
    long[] offsets = new long[(int) members + 1];
    int[] targets = new int[(int) arcs];
    float[] strengths = new float[(int) arcs];
    byte[] tieClasses = new byte[(int) arcs];
    var sections = new Sections(channel, MapMode.READ_ONLY);
    sections.each(8, offsets.length, (b, i, n) -> b.asLongBuffer().get(offsets, i, n));
    sections.each(4, targets.length, (b, i, n) -> b.asIntBuffer().get(targets, i, n));
    sections.each(4, strengths.length, (b, i, n) -> b.asFloatBuffer().get(strengths, i, n));
    sections.each(1, tieClasses.length, (b, i, n) -> b.get(tieClasses, i, n));
    if (sections.checksum() != checksum) {
      throw refused(
          file,
          "does not match its checksum (%08x, expected %08x)"
              .formatted(sections.checksum(), checksum));
    }
    return new Network(offsets, targets, tieClasses, strengths);
  }

  private static ByteBuffer header() {
    return ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static IllegalArgumentException refused(Path file, String reason) {
    return new IllegalArgumentException(
        "Cannot read network %s: it %s.%nMaybe make the bundle again.".formatted(file, reason));
  }

  /** Copies {@code count} elements from {@code index} between an array and a mapped chunk. */
  private interface Copy {
    void run(ByteBuffer chunk, int index, int count);
  }

  /** Walks through the sections behind the header, chunk by chunk, and sums them up. */
  private static final class Sections {
    private final FileChannel channel;
    private final MapMode mode;
    private final CRC32C sum = new CRC32C();
    private long position = HEADER;

    Sections(FileChannel channel, MapMode mode) {
      this.channel = channel;
      this.mode = mode;
    }

    void each(int elementBytes, int elements, Copy copy) throws IOException {
      int perChunk = CHUNK / elementBytes;
      for (int index = 0; index < elements; ) {
        int count = Math.min(perChunk, elements - index);
        long bytes = (long) count * elementBytes;
        var chunk = channel.map(mode, position, bytes).order(ByteOrder.LITTLE_ENDIAN);
        copy.run(chunk, index, count);
        sum.update(chunk.clear());
        position += bytes;
        index += count;
      }
    }

    long checksum() {
      return sum.getValue();
    }
  }
}
