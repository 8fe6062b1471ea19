package groundswell.planning.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two members; the first talks to the second. */
class CommunityBundleTest {
  @TempDir Path folder;

  @Test
  void a_bundle_is_read_as_it_was_written() {
    write();

    var bundle = CommunityBundle.read(folder);

    assertThat(bundle.network().targets()).containsExactly(1);
    assertThat(bundle.members().memberKey()).containsExactly("a1", "b2");
    assertThat(bundle.members().adoptedDay()).containsExactly(20_000, BundleMembers.NEVER);
    assertThat(bundle.parameters().influence(TieClass.DIRECT_WEAK).orElseThrow().value())
        .isEqualTo(0.01);
    assertThat(bundle.provenance().snapshots()).containsEntry("core.event", 42L);
  }

  @Test
  void the_same_bundle_has_the_same_bytes() throws IOException {
    write();
    byte[] first = Files.readAllBytes(folder.resolve("members.parquet"));
    String provenance = Files.readString(folder.resolve("provenance.json"));

    write();

    assertThat(Files.readAllBytes(folder.resolve("members.parquet"))).isEqualTo(first);
    assertThat(Files.readString(folder.resolve("provenance.json"))).isEqualTo(provenance);
  }

  @Test
  void a_damaged_file_is_refused_by_name() throws IOException {
    write();
    Files.writeString(folder.resolve("parameters.json"), "{}");

    assertThatThrownBy(() -> CommunityBundle.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameters.json is damaged");
  }

  @Test
  void a_folder_without_provenance_is_not_a_bundle() throws IOException {
    write();
    Files.delete(folder.resolve("provenance.json"));

    assertThatThrownBy(() -> CommunityBundle.read(folder))
        .hasMessageContaining("is not a community bundle")
        .hasMessageContaining("groundswell calibrate");
  }

  private void write() {
    Network network = new NetworkBuilder(2, NetworkBuilder.Merge.SUM).add(0, 1, 0, 1).build();
    BundleMembers members =
        new BundleMembers(
            new String[] {"a1", "b2"},
            new String[] {"core", "stable"},
            new String[] {"forum", "weibo"},
            new String[] {"Beijing", ""},
            new double[] {1999, 0},
            new int[] {19_900, 19_950},
            new int[] {20_000, BundleMembers.NEVER});
    Estimate influence =
        new Estimate(
            "word_of_mouth", "influence.direct_weak", "1/day", 0.01, 0.005, 0.02, 0.9, 7, "fit");
    TreeMap<String, Long> snapshots = new TreeMap<>();
    snapshots.put("core.event", 42L);
    CommunityBundle.write(
        folder,
        network,
        members,
        new BundleParameters(14, "actor_to_target", List.of(influence)),
        new BundleOrigin("aurora", "2026-04-30", "0.1.0", "c0ffee", snapshots));
  }
}
