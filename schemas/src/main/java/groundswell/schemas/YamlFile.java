package groundswell.schemas;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a YAML file that a person wrote: every value knows its line, and a file made to hurt
 * (aliases, tags, deep nesting, size, doubled keys) is refused before anything is built from it.
 */
public final class YamlFile {
  private static final long MAXIMUM_BYTES = 4L << 20;

  private YamlFile() {}

  /** The mapping at the top of a file. */
  public static YamlMap read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(ExitCode.CONFIGURATION, "Cannot read %s: no such file".formatted(file));
    }
    try {
      if (Files.size(file) > MAXIMUM_BYTES) {
        throw new Refusal(
            ExitCode.CONFIGURATION,
            "%s must be at most %d bytes but is %d"
                .formatted(file, MAXIMUM_BYTES, Files.size(file)));
      }
      return parse(file.toString(), Files.readString(file));
    } catch (MalformedInputException fault) {
      throw new Refusal(ExitCode.CONFIGURATION, file + " must be UTF-8 text", fault);
    } catch (IOException fault) {
      throw new Refusal(
          ExitCode.CONFIGURATION, "Cannot read %s: %s".formatted(file, fault.getMessage()), fault);
    }
  }

  /** The mapping at the top of a text; {@code name} stands for it in messages. */
  public static YamlMap parse(String name, String text) {
    return new YamlReader(name).read(text);
  }
}
