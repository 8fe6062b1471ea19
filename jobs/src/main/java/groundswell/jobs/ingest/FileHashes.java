package groundswell.jobs.ingest;

import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** SHA-256 of files together with the mapping that reads them. */
final class FileHashes {
  private static final int BLOCK = 1 << 16;

  private FileHashes() {}

  /** Hash of each file by its name; several files at a time. */
  static Map<String, String> of(Path mapping, List<InputFile> files) {
    byte[] rules = read(mapping);
    return files.parallelStream()
        .collect(Collectors.toMap(InputFile::name, file -> hash(rules, file.path())));
  }

  /** Hash of one file. */
  static String of(Path file) {
    return HexFormat.of().formatHex(sha256().digest(read(file)));
  }

  private static String hash(byte[] rules, Path path) {
    MessageDigest digest = sha256();
    digest.update(rules);
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(path)) {
      int count = in.read(block);
      while (count >= 0) {
        digest.update(block, 0, count);
        count = in.read(block);
      }
    } catch (IOException fault) {
      throw StorageFault.of("read " + path, fault);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fault) {
      throw StorageFault.of("read " + file, fault);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
