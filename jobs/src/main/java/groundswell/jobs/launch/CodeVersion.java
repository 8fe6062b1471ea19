package groundswell.jobs.launch;

import groundswell.schemas.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The version of the code that runs: a checksum of its jars, which are built reproducibly. */
final class CodeVersion {
  /** Eight hex digits; {@code development} for classes that are not in jars. */
  static final String CURRENT = of(CodeVersion.class, Contracts.class);

  private CodeVersion() {}

  private static String of(Class<?>... classes) {
    CRC32C checksum = new CRC32C();
    for (Class<?> member : classes) {
      Path jar = home(member);
      if (!Files.isRegularFile(jar)) {
        return "development";
      }
      try {
        checksum.update(Files.readAllBytes(jar));
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot read " + jar, fault);
      }
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static Path home(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
