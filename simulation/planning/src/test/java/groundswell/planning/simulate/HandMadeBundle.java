package groundswell.planning.simulate;

import groundswell.kernels.network.NetworkBuilder;
import groundswell.kernels.random.Draws;
import groundswell.planning.bundle.BundleMembers;
import groundswell.planning.bundle.BundleOrigin;
import groundswell.planning.bundle.BundleParameters;
import groundswell.planning.bundle.CommunityBundle;
import groundswell.planning.bundle.Estimate;
import groundswell.planning.bundle.TieClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A small community for tests: each member talks to a few others, drawn by number. */
public final class HandMadeBundle {
  private HandMadeBundle() {}

  /** Writes the bundle; the same numbers give the same bytes. */
  public static Path write(Path folder, int members, int arcsPerMember) {
    var network = new NetworkBuilder(members, NetworkBuilder.Merge.SUM);
    long key = Draws.key(7, 0, 1);
    for (int member = 0; member < members; member++) {
      for (int arc = 0; arc < arcsPerMember; arc++) {
        long entity = (long) member * arcsPerMember + arc;
        double u = Draws.uniform(key, entity);
        int friend = (int) (members * u * u); // low numbers are heard by many
        if (friend != member) {
          network.add(friend, member, arc % TieClass.count(), 1);
        }
      }
    }
    CommunityBundle.write(
        folder,
        network.build(),
        people(members),
        new BundleParameters(28, "actor_to_target", estimates()),
        new BundleOrigin("hamlet", "2026-06-30", "test", "test", new TreeMap<>()));
    return folder;
  }

  private static List<Estimate> estimates() {
    List<Estimate> estimates = new ArrayList<>();
    for (int code = 0; code < TieClass.count(); code++) {
      estimates.add(estimate("influence." + TieClass.of(code).key(), 0.004 + 0.001 * code, 0.003));
    }
    estimates.add(estimate("external_hazard", 0.0004, 0.0002));
    return estimates;
  }

  private static Estimate estimate(String parameter, double value, double reach) {
    return new Estimate(
        "word_of_mouth", parameter, "1/day", value, value - reach, value + reach, 0.9, 500, "hand");
  }

  private static BundleMembers people(int members) {
    String[] key = new String[members];
    Arrays.setAll(key, "%032x"::formatted);
    return new BundleMembers(
        key,
        filled(members, "stable"),
        filled(members, "forum"),
        filled(members, ""),
        new double[members],
        new int[members],
        new int[members]);
  }

  private static String[] filled(int members, String value) {
    String[] column = new String[members];
    Arrays.fill(column, value);
    return column;
  }

  /** Writes a bundle of the size of the demo's into a warehouse, to try the stages by hand. */
  public static void main(String[] arguments) {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), 8);
  }
}
