package groundswell.jobs.ingest;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The secret behind the pseudonyms: from the environment, or from a file that only its owner may
 * read; a secret that was rotated has one line for each time. Whoever has it can test which member
 * a key belongs to; it is never logged.
 */
final class PseudonymKey {
  static final String VARIABLE = "GROUNDSWELL_PSEUDONYM_KEY";
  private static final String FILE = "pseudonym.key";
  private static final String NEXT = "pseudonym.key.next";
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PseudonymKey() {}

  /**
   * The secret of a warehouse; made on first use, which is said in one line.
   *
   * @param environment value of {@link #VARIABLE}, or null
   */
  static byte[] of(Path warehouse, String environment, Consumer<String> say) {
    if (environment != null && !environment.isBlank()) {
      return strong(environment.strip(), "the environment variable " + VARIABLE);
    }
    Path file = warehouse.resolve(FILE);
    if (Files.exists(warehouse.resolve(NEXT))) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "A change of the pseudonym key was interrupted\n  run ./groundswell maintain rotate-key"
              + " --warehouse %s again".formatted(warehouse));
    }
    try {
      if (!Files.exists(file)) {
        make(file);
        say.accept("made " + file + ": keep it, it is needed to give members the same keys again");
      }
      requireOwnerOnly(file);
      return strong(Files.readString(file).strip(), file.toString());
    } catch (IOException fault) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "Cannot read or make %s: %s\n  maybe set %s"
              .formatted(file, fault.getMessage(), VARIABLE),
          fault);
    }
  }

  /** The secret with one more line, which is made unless it was begun; not in force yet. */
  static byte[] next(Path warehouse) {
    Path file = warehouse.resolve(FILE);
    Path next = warehouse.resolve(NEXT);
    try {
      if (!Files.exists(next)) {
        requireOwnerOnly(file);
        write(next, Files.readString(file).strip() + "\n" + fresh());
      }
      return strong(Files.readString(next).strip(), next.toString());
    } catch (IOException fault) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "Cannot make %s: %s\n  maybe the key is not in %s but in %s: put it there first"
              .formatted(next, fault.getMessage(), file, VARIABLE),
          fault);
    }
  }

  /** Puts the next secret in force. */
  static void follow(Path warehouse) throws IOException {
    Files.move(warehouse.resolve(NEXT), warehouse.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] strong(String text, String where) {
    if (text.lines().anyMatch(line -> line.length() < BYTES) || text.isEmpty()) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "The pseudonym key of %s must have at least %d characters but has %d"
              .formatted(where, BYTES, text.lines().mapToInt(String::length).min().orElse(0)));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    write(file, fresh());
  }

  private static String fresh() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static void write(Path file, String secret) throws IOException {
    byte[] line = (secret + "\n").getBytes(StandardCharsets.UTF_8);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      channel.write(ByteBuffer.wrap(line));
    }
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(granted)) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "%s must be readable by its owner only but is %s\n  maybe run chmod 600 %s"
              .formatted(file, PosixFilePermissions.toString(granted), file));
    }
  }
}
