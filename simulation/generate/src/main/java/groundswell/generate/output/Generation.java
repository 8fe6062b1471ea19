package groundswell.generate.output;

import groundswell.generate.Parameters;
import groundswell.generate.activity.Script;
import groundswell.generate.activity.Shard;
import groundswell.generate.world.Community;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a community in blocks of one day and one shard. What a block writes is a function of
 * (parameters, block), so neither who wrote it nor in which order can be seen in the files. Blocks
 * may be written by many threads at once.
 */
public final class Generation {
  private final Parameters parameters;
  private final Path output;
  private final Path events;
  private final int shards;
  private final Community community;
  private final ThreadLocal<Script> script;

  public Generation(Parameters parameters, Path output) {
    this.parameters = parameters;
    this.output = output;
    events = output.resolve("events");
    shards = Shard.countFor(parameters.members());
    community = new Community(parameters);
    script = ThreadLocal.withInitial(() -> new Script(community));
  }

  /** How many blocks there are. */
  public static int blocks(Parameters parameters) {
    return parameters.days() * Shard.countFor(parameters.members());
  }

  /** The history that is written. */
  public Community community() {
    return community;
  }

  /** Writes the file of one block, numbered from 0. */
  public Report write(int block) {
    int day = block / shards;
    Shard shard = new Shard(block % shards, shards);
    Outbox outbox = new Outbox(parameters, community.calendar(), community.streams(), day);
    script.get().play(day, shard, outbox);
    String name = fileName(day, shard.number());
    Tally tally = outbox.tally();
    LogFile file =
        LogFile.of(
            name,
            tally.count(Row.EVENT.here()),
            tally.count(Row.COPY.here()),
            tally.count(Row.REFUSED.here()));
    if (file.rows() > 0) {
      RowFile.write(events, name, parameters.format(), outbox.rows());
    }
    return new Report(block, tally, file, outbox.parcels());
  }

  /**
   * Writes what arrived on a later day than it happened, one file a day, and the truth.
   *
   * @param reports those of all blocks, in any order
   */
  public Truth finish(List<Report> reports) {
    Tally tally = new Tally();
    List<LogFile> files = new ArrayList<>();
    TreeMap<Integer, List<Parcel>> arrivals = new TreeMap<>();
    for (Report report : reports.stream().sorted(Comparator.comparing(Report::block)).toList()) {
      tally.addAll(report.tally());
      if (report.file().rows() > 0) {
        files.add(report.file());
      }
      for (Parcel parcel : report.parcels()) {
        arrivals.computeIfAbsent(parcel.day(), day -> new ArrayList<>()).add(parcel);
      }
    }
    arrivals.forEach((day, parcels) -> files.add(writeArrivals(day, parcels)));
    files.sort(Comparator.comparing(LogFile::file));
    Truth truth = Truth.of(parameters, community, tally, files);
    truth.write(output.resolve("truth.json"));
    return truth;
  }

  private LogFile writeArrivals(int day, List<Parcel> parcels) {
    Rows rows = new Rows();
    Map<Row, Long> kinds = new EnumMap<>(Row.class);
    for (Parcel parcel : parcels) {
      rows.add(parcel.receivedTs(), parcel.row());
      kinds.merge(parcel.kind(), 1L, Long::sum);
    }
    String name = fileName(day, shards);
    RowFile.write(events, name, parameters.format(), rows);
    return LogFile.of(
        name,
        kinds.getOrDefault(Row.EVENT, 0L),
        kinds.getOrDefault(Row.COPY, 0L),
        kinds.getOrDefault(Row.REFUSED, 0L));
  }

  private String fileName(int day, int part) {
    return LogFile.name(community.calendar().date(day), part, parameters.format());
  }
}
