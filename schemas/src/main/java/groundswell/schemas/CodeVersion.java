package groundswell.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The version of code: a checksum of its jars, which are built reproducibly. */
public final class CodeVersion {
  private CodeVersion() {}

  /**
   * Of the jars that these classes come from, in this order: eight hex digits, or {@code
   * development} when one of them comes from a folder of classes.
   */
  public static String of(Class<?>... classes) {
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
