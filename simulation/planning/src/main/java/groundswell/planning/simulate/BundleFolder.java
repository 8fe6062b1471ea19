package groundswell.planning.simulate;

import groundswell.planning.bundle.CommunityBundle;
import groundswell.planning.scenario.Scenario;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds the community bundle of a scenario and keeps one copy of each per process. */
public final class BundleFolder {
  private static final Map<Path, CommunityBundle> LOADED = new ConcurrentHashMap<>();

  private BundleFolder() {}

  /**
   * The folder that the scenario names, or the last bundle of its community in the warehouse that
   * is not younger than as_of: nothing later may be read.
   */
  public static Optional<Path> find(Scenario scenario, Path warehouse) {
    String community = scenario.wordOfMouth().community();
    if (community.isEmpty()) {
      return Optional.empty();
    }
    Path named = Path.of(community);
    if (Files.isDirectory(named)) {
      return Optional.of(named);
    }
    Path all = warehouse.resolve("bundles").resolve(community);
    if (!Files.isDirectory(all)) {
      throw missing(scenario, all);
    }
    try (Stream<Path> folders = Files.list(all)) {
      return Optional.of(
          folders
              .filter(folder -> name(folder).compareTo(scenario.asOf().toString()) <= 0)
              .max(Comparator.comparing(BundleFolder::name))
              .orElseThrow(() -> missing(scenario, all)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + all, e);
    }
  }

  /** Reads a bundle once. */
  public static CommunityBundle load(Path folder) {
    return LOADED.computeIfAbsent(folder.toAbsolutePath().normalize(), CommunityBundle::read);
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static Refusal missing(Scenario scenario, Path folder) {
    return new Refusal(
        ExitCode.INPUT_MISSING,
        ("word_of_mouth.community %s has no bundle of %s or before in %s%n  nothing was"
                + " simulated; maybe run 'groundswell calibrate' first, or set as_of later")
            .formatted(scenario.wordOfMouth().community(), scenario.asOf(), folder));
  }
}
