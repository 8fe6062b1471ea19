package groundswell.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids as path segments: any text is one segment, whatever it contains. */
final class Id {
  private Id() {}

  static String check(String name, String id) {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("A %s must not be empty".formatted(name));
    }
    if (id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(
          "A %s must not be '%s': servers read it as a folder".formatted(name, id));
    }
    return id;
  }

  /** Percent-encoded as UTF-8, a space as {@code %20}. */
  static String segment(String name, String id) {
    return URLEncoder.encode(check(name, id), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
