package groundswell.planning.bundle;

import java.util.SortedMap;

/**
 * What calibrate says of a bundle's origin; the checksums are added when the files are written.
 *
 * @param communityId community
 * @param asOf last day of the data, ISO date
 * @param codeVersion version of Groundswell
 * @param configurationHash hash of the settings
 * @param snapshots snapshot id of each table that was read
 */
public record BundleOrigin(
    String communityId,
    String asOf,
    String codeVersion,
    String configurationHash,
    SortedMap<String, Long> snapshots) {
  Provenance provenance(int formatVersion, SortedMap<String, String> files) {
    return new Provenance(
        formatVersion, communityId, asOf, codeVersion, configurationHash, snapshots, files);
  }
}
