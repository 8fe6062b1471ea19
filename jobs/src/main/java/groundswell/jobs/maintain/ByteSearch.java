package groundswell.jobs.maintain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds a text in a file of any size, in one pass (Knuth, Morris, Pratt 1977, doi:10.1137/0206024).
 */
final class ByteSearch {
  private static final int BUFFER = 1 << 16;

  private ByteSearch() {}

  static boolean contains(Path file, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int[] fallback = fallback(wanted);
    byte[] buffer = new byte[BUFFER];
    int matched = 0;
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        for (int index = 0; index < read; index++) {
          matched = next(wanted, fallback, matched, buffer[index]);
          if (matched == wanted.length) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static int next(byte[] wanted, int[] fallback, int matched, byte current) {
    int length = matched;
    while (length > 0 && wanted[length] != current) {
      length = fallback[length - 1];
    }
    return wanted[length] == current ? length + 1 : length;
  }

  /** For each start of the text, the length of its longest proper part that is start and end. */
  private static int[] fallback(byte[] wanted) {
    int[] fallback = new int[wanted.length];
    for (int index = 1; index < wanted.length; index++) {
      fallback[index] = next(wanted, fallback, fallback[index - 1], wanted[index]);
    }
    return fallback;
  }
}
