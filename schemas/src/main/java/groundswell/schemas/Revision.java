package groundswell.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commit that a checkout stands at, from the files of git. What has been changed since then is
 * not told; the checksum of {@link CodeVersion} tells whether the programs are the same.
 */
public final class Revision {
  private static final String REFERENCE = "ref: ";

  private Revision() {}

  /** The commit of the checkout in a folder; empty when it is none. */
  public static Optional<String> of(Path checkout) {
    try {
      Path git = checkout.resolve(".git");
      Path head = git.resolve("HEAD");
      return Files.isRegularFile(head)
          ? commit(git, Files.readString(head).strip())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> commit(Path git, String head) throws IOException {
    if (!head.startsWith(REFERENCE)) {
      return Optional.of(head);
    }
    String name = head.substring(REFERENCE.length());
    Path loose = git.resolve(name);
    return Files.isRegularFile(loose)
        ? Optional.of(Files.readString(loose).strip())
        : packed(git.resolve("packed-refs"), name);
  }

  private static Optional<String> packed(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.endsWith(" " + name))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    }
  }
}
