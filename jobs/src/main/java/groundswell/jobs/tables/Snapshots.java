package groundswell.jobs.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.SnapshotUtil;

/** What the metadata of one Iceberg table tells without a look at its rows. */
final class Snapshots {
  private static final String STAGE = "groundswell.stage";
  private static final String SLICE = "groundswell.slice";
  private static final String RUN_KEY = "groundswell.run-key";
  private static final String INPUTS = "groundswell.inputs";
  private static final String CAUGHT_UP = "groundswell.caught-up";
  private static final String SAME_ROWS_AS = "groundswell.same-rows-as";

  private final Table table;

  Snapshots(Table table) {
    this.table = table;
  }

  /** What a snapshot says of the run that made it. */
  static Map<String, String> summary(Run run) {
    Map<String, String> summary = new HashMap<>();
    summary.put(STAGE, run.stage());
    summary.put(SLICE, run.slice().text());
    summary.put(RUN_KEY, run.key());
    summary.put(INPUTS, run.inputsText());
    summary.put(CAUGHT_UP, Slice.communities(run.caughtUp()).text());
    return summary;
  }

  /** True when the newest snapshot that may hold rows of the run's slice is this run's own. */
  boolean isDone(Run run, long published) {
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(published, table::snapshot)) {
      Map<String, String> summary = snapshot.summary();
      if (run.key().equals(summary.get(RUN_KEY))) {
        return true;
      }
      String slice = summary.get(SLICE);
      if (slice == null || !Slice.of(slice).isDisjoint(run.slice())) {
        return false;
      }
    }
    return false;
  }

  /** The input snapshots that the newest run named which used up a community. */
  Map<groundswell.schemas.Table, Long> caughtUp(String communityId, long published) {
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(published, table::snapshot)) {
      Map<String, String> summary = snapshot.summary();
      String communities = summary.get(CAUGHT_UP);
      if (communities != null && Slice.of(communities).covers(communityId)) {
        return inputs(summary.getOrDefault(INPUTS, ""));
      }
    }
    return Map.of();
  }

  private static Map<groundswell.schemas.Table, Long> inputs(String text) {
    Map<groundswell.schemas.Table, Long> inputs = new HashMap<>();
    for (String input : text.split(",", -1)) {
      int equals = input.indexOf('=');
      if (equals > 0) {
        inputs.put(
            groundswell.schemas.Table.of(input.substring(0, equals)),
            Long.parseLong(input.substring(equals + 1)));
      }
    }
    return inputs;
  }

  /** Portions whose files changed after a snapshot; all when no ancestor has its rows. */
  NavigableSet<Portion> changed(OptionalLong since, long published) {
    NavigableSet<Portion> changed = new TreeSet<>();
    if (since.isPresent()) {
      for (Snapshot snapshot : SnapshotUtil.ancestorsOf(published, table::snapshot)) {
        if (sameRowsAs(snapshot) == since.getAsLong()) {
          return changed;
        }
        if (sameRowsAs(snapshot) == snapshot.snapshotId()) {
          snapshot.addedDataFiles(table.io()).forEach(file -> changed.add(portion(file)));
          snapshot.removedDataFiles(table.io()).forEach(file -> changed.add(portion(file)));
        }
      }
    }
    files(published).forEach(file -> changed.add(portion(file)));
    return changed;
  }

  /** What a rewrite of a snapshot says: all that its run said, and which rows it has. */
  static Map<String, String> summaryOfRewrite(Snapshot rewritten) {
    Map<String, String> summary = new HashMap<>();
    for (String key : List.of(STAGE, SLICE, RUN_KEY, INPUTS, CAUGHT_UP)) {
      Optional.ofNullable(rewritten.summary().get(key)).ifPresent(text -> summary.put(key, text));
    }
    summary.put(SAME_ROWS_AS, String.valueOf(sameRowsAs(rewritten)));
    return summary;
  }

  /** The snapshot whose rows this one has: itself, unless it is a rewrite. */
  private static long sameRowsAs(Snapshot snapshot) {
    return Long.parseLong(
        snapshot.summary().getOrDefault(SAME_ROWS_AS, String.valueOf(snapshot.snapshotId())));
  }

  /** Rows of a snapshot that lie in a slice: nothing is deleted within a file. */
  long rows(long snapshotId, Slice slice) {
    return files(snapshotId).stream()
        .filter(file -> slice.contains(portion(file)))
        .mapToLong(DataFile::recordCount)
        .sum();
  }

  /** Data files of a snapshot. */
  List<DataFile> files(long snapshotId) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshotId).planFiles()) {
      tasks.forEach(task -> files.add(task.file()));
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
    return files;
  }

  /** The partition that a file lies in. */
  Portion portion(DataFile file) {
    StructLike values = file.partition();
    List<Types.NestedField> fields = table.specs().get(file.specId()).partitionType().fields();
    String communityId = "";
    Optional<LocalDate> period = Optional.empty();
    for (int index = 0; index < fields.size(); index++) {
      if (fields.get(index).name().equals("community_id")) {
        communityId = String.valueOf(values.get(index, CharSequence.class));
      } else {
        Integer day = values.get(index, Integer.class);
        period = Optional.ofNullable(day).map(LocalDate::ofEpochDay);
      }
    }
    return new Portion(communityId, period);
  }

  /** A count of a snapshot's summary, e.g. {@code added-records}. */
  static long count(Snapshot snapshot, String name) {
    return Long.parseLong(snapshot.summary().getOrDefault(name, "0"));
  }
}
