package groundswell.planning.bundle;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A community in one folder: all that a simulation reads. {@code network.csr} (arcs lead from who
 * talks to who listens), {@code members.parquet}, {@code parameters.json}, {@code provenance.json}.
 *
 * <p>Arc strengths are 1: how much a tie carries is in its class, as it was estimated.
 *
 * @param network who can talk to whom
 * @param members one entry per member of the network
 * @param parameters estimates with intervals
 * @param provenance where it comes from
 */
public record CommunityBundle(
    Network network, BundleMembers members, BundleParameters parameters, Provenance provenance) {
  static final int FORMAT_VERSION = 1;
  private static final String NETWORK = "network.csr";
  private static final String MEMBERS = "members.parquet";
  private static final String PARAMETERS = "parameters.json";
  private static final String PROVENANCE = "provenance.json";

  /** Writes a bundle into a folder, provenance last: a folder without it is not a bundle. */
  public static void write(
      Path folder,
      Network network,
      BundleMembers members,
      BundleParameters parameters,
      BundleOrigin origin) {
    create(folder);
    NetworkFile.write(network, folder.resolve(NETWORK));
    MembersFile.write(folder.resolve(MEMBERS), members);
    BundleJson.write(folder.resolve(PARAMETERS), parameters);
    SortedMap<String, String> files = new TreeMap<>();
    for (String file : new String[] {NETWORK, MEMBERS, PARAMETERS}) {
      files.put(file, Checksum.of(folder.resolve(file)));
    }
    BundleJson.write(folder.resolve(PROVENANCE), origin.provenance(FORMAT_VERSION, files));
  }

  /** Reads a bundle; refuses one of another version, a missing or a damaged file. */
  public static CommunityBundle read(Path folder) {
    Path provenanceFile = folder.resolve(PROVENANCE);
    if (!Files.isRegularFile(provenanceFile)) {
      throw new IllegalArgumentException(
          "%s is not a community bundle: it has no %s%nMaybe run 'groundswell calibrate' first."
              .formatted(folder, PROVENANCE));
    }
    Provenance provenance = BundleJson.read(provenanceFile, Provenance.class);
    check(folder, provenance);
    Network network = NetworkFile.read(folder.resolve(NETWORK));
    return new CommunityBundle(
        network,
        MembersFile.read(folder.resolve(MEMBERS), network.members()),
        BundleJson.read(folder.resolve(PARAMETERS), BundleParameters.class),
        provenance);
  }

  private static void check(Path folder, Provenance provenance) {
    if (provenance.formatVersion() != FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "%s has format version %d (supported: %d)%nMaybe run 'groundswell calibrate' again."
              .formatted(folder, provenance.formatVersion(), FORMAT_VERSION));
    }
    for (Map.Entry<String, String> file : provenance.files().entrySet()) {
      String found = Checksum.of(folder.resolve(file.getKey()));
      if (!found.equals(file.getValue())) {
        throw new IllegalArgumentException(
            "%s is damaged: its SHA-256 is %s but provenance.json says %s%n%s"
                .formatted(
                    folder.resolve(file.getKey()),
                    found,
                    file.getValue(),
                    "Maybe run 'groundswell calibrate' again."));
      }
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(PROVENANCE));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot create the bundle folder " + folder, fault);
    }
  }
}
