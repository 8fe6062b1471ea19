package groundswell.planning.bundle;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a bundle comes from: enough to make it again.
 *
 * @param formatVersion version of the bundle's layout
 * @param communityId community
 * @param asOf last day of the data
 * @param codeVersion version of Groundswell
 * @param configurationHash hash of the settings that calibrate ran with
 * @param snapshots snapshot id of each table that was read
 * @param files SHA-256 of each other file of the bundle, so that a damaged one is noticed
 */
public record Provenance(
    int formatVersion,
    String communityId,
    String asOf,
    String codeVersion,
    String configurationHash,
    SortedMap<String, Long> snapshots,
    SortedMap<String, String> files) {
  public Provenance {
    snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
