package groundswell.runner;

import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Run;
import groundswell.kernels.network.Network;
import groundswell.kernels.network.NetworkBuilder;
import groundswell.planning.bundle.BundleMembers;
import groundswell.planning.bundle.BundleOrigin;
import groundswell.planning.bundle.BundleParameters;
import groundswell.planning.bundle.CommunityBundle;
import groundswell.planning.bundle.Estimate;
import groundswell.planning.calibrate.AdoptionHistory;
import groundswell.planning.calibrate.Arcs;
import groundswell.planning.calibrate.Direction;
import groundswell.planning.calibrate.LaunchEstimates;
import groundswell.planning.calibrate.WordOfMouthCalibration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One community's estimates and where its bundle lies.
 *
 * @param bundle folder of the bundle, relative to the warehouse
 * @param wordOfMouth estimates of word of mouth and the Bass baseline
 * @param launches estimates of its launches
 * @param rowsRead members and ties that were read
 */
record CommunityCalibration(
    String communityId,
    LocalDate windowStart,
    LocalDate windowEnd,
    String bundle,
    List<Estimate> wordOfMouth,
    List<Estimate> launches,
    long rowsRead) {
  /** What calibrate assumes beyond its data; part of the run's key. */
  static final String SETTINGS = "level=0.9;talk=7,14,28,56;prior=1;bundle=1";

  static CommunityCalibration of(Workbench workbench, Run run, String communityId, String zone) {
    CommunityReader reader = new CommunityReader(workbench.tables(), communityId, zone);
    BundleMembers members = reader.members();
    Arcs arcs = reader.arcs();
    AdoptionHistory history = reader.history(members);
    WordOfMouthCalibration found = WordOfMouthCalibration.of(history, arcs);
    List<Estimate> launches =
        new LaunchReader(workbench.tables()::read, communityId)
            .launches().stream().flatMap(launch -> LaunchEstimates.of(launch).stream()).toList();
    LocalDate asOf = LocalDate.ofEpochDay(history.lastDay());
    String bundle = "bundles/%s/%s".formatted(communityId, asOf);
    List<Estimate> all = new ArrayList<>(found.estimates());
    all.addAll(launches);
    CommunityBundle.write(
        workbench.warehouse().resolve(bundle),
        network(members, arcs, found.direction()),
        members,
        new BundleParameters(
            found.talkDays(), found.direction().name().toLowerCase(Locale.ROOT), all),
        origin(workbench, run, communityId, asOf));
    return new CommunityCalibration(
        communityId,
        LocalDate.ofEpochDay(history.firstDay()),
        asOf,
        bundle,
        found.estimates(),
        launches,
        (long) members.count() + arcs.count());
  }

  /** Arcs from who talks to who listens; of several channels in one class one arc remains. */
  private static Network network(BundleMembers members, Arcs arcs, Direction direction) {
    NetworkBuilder builder = new NetworkBuilder(members.count(), NetworkBuilder.Merge.LARGEST);
    for (int arc = 0; arc < arcs.count(); arc++) {
      builder.add(
          arcs.influencer(arc, direction),
          arcs.influenced(arc, direction),
          arcs.tieClass()[arc],
          1);
    }
    return builder.build();
  }

  private static BundleOrigin origin(
      Workbench workbench, Run run, String communityId, LocalDate asOf) {
    TreeMap<String, Long> snapshots = new TreeMap<>();
    run.inputs().forEach((table, snapshot) -> snapshots.put(table.fullName(), snapshot));
    return new BundleOrigin(
        communityId, asOf.toString(), workbench.codeVersion(), SETTINGS, snapshots);
  }
}
