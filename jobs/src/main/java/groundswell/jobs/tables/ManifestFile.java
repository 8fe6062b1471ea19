package groundswell.jobs.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.schemas.AtomicFile;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests of a warehouse: {@code publish/runs/<id>.json}, one per run. */
public final class ManifestFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = ".json";

  private final Path folder;

  private ManifestFile(Path folder) {
    this.folder = folder;
  }

  /** Those of a warehouse. */
  public static ManifestFile in(Path warehouse) {
    return new ManifestFile(warehouse.resolve("publish").resolve("runs"));
  }

  /** Names of all runs, in the order in which they were published. */
  public List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(END) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - END.length()))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw StorageFault.of("list " + folder, fault);
    }
  }

  /** The manifest of a run. */
  public RunManifest read(String id) {
    return ManifestJson.read(json(id));
  }

  /** The same as it is written. */
  public JsonNode json(String id) {
    Path file = file(id);
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException fault) {
      throw new Refusal(
          ExitCode.CONFIGURATION,
          "Cannot read %s: %s\n  maybe restore it from a backup"
              .formatted(file, fault.getMessage()),
          fault);
    }
  }

  void write(RunManifest manifest) {
    Path file = file(manifest.id());
    try {
      AtomicFile.replace(
          file,
          JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ManifestJson.write(manifest)));
    } catch (IOException fault) {
      throw StorageFault.of("write " + file, fault);
    }
  }

  private Path file(String id) {
    return folder.resolve(id + END);
  }
}
