package groundswell.generate.output;

import groundswell.generate.Parameters;
import groundswell.generate.activity.Script;
import groundswell.generate.activity.Shard;
import groundswell.generate.world.Community;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Writes a whole community: the events, day by day of receipt, and the truth beside them. */
public final class Generation {
  private final Parameters parameters;
  private final Path output;
  private final Path events;
  private final Community community;
  private final ThreadLocal<Script> script;

  private Generation(Parameters parameters, Path output) {
    this.parameters = parameters;
    this.output = output;
    events = output.resolve("events");
    community = new Community(parameters);
    script = ThreadLocal.withInitial(() -> new Script(community));
  }

  /**
   * Writes everything; the bytes do not depend on {@code threads}.
   *
   * @param progress is told how many blocks are done, of {@link #blocks}
   */
  public static Truth run(Parameters parameters, Path output, int threads, IntConsumer progress) {
    refuseUsed(output);
    Generation generation = new Generation(parameters, output);
    List<Block.Written> written = generation.writeBlocks(threads, progress);
    return generation.finish(written);
  }

  /** How many blocks there are. */
  public static int blocks(Parameters parameters) {
    return parameters.days() * Shard.countFor(parameters.members());
  }

  /** A folder that holds anything is refused: a mixture of two logs is worth nothing. */
  public static void refuseUsed(Path output) {
    if (!Files.exists(output)) {
      return;
    }
    try (Stream<Path> entries = Files.list(output)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "the output folder must be empty or not exist, but %s holds files".formatted(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list %s: %s".formatted(output, e.getMessage()), e);
    }
  }

  private List<Block.Written> writeBlocks(int threads, IntConsumer progress) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Block.Written>> futures = new ArrayList<>();
      for (Block block : blocks()) {
        futures.add(pool.submit(() -> block.write(parameters, community, script.get(), events)));
      }
      List<Block.Written> written = new ArrayList<>();
      for (Future<Block.Written> future : futures) {
        written.add(future.get());
        progress.accept(written.size());
      }
      return written;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the community was written", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Block> blocks() {
    int shards = Shard.countFor(parameters.members());
    List<Block> blocks = new ArrayList<>();
    for (int day = 0; day < parameters.days(); day++) {
      for (int shard = 0; shard < shards; shard++) {
        blocks.add(new Block(day, new Shard(shard, shards)));
      }
    }
    return blocks;
  }

  /** Writes what arrived on a later day than it happened, one file a day, and the truth. */
  private Truth finish(List<Block.Written> written) {
    Tally tally = new Tally();
    List<LogFile> files = new ArrayList<>();
    TreeMap<Integer, List<Parcel>> byDay = new TreeMap<>();
    for (Block.Written block : written) {
      tally.addAll(block.tally());
      if (block.file().rows() > 0) {
        files.add(block.file());
      }
      block
          .parcels()
          .forEach(
              parcel -> byDay.computeIfAbsent(parcel.day(), d -> new ArrayList<>()).add(parcel));
    }
    byDay.forEach((day, parcels) -> files.add(writeArrivals(day, parcels)));
    files.sort(Comparator.comparing(LogFile::file));
    Truth truth = Truth.of(parameters, community, tally, files);
    truth.write(output.resolve("truth.json"));
    return truth;
  }

  private LogFile writeArrivals(int day, List<Parcel> parcels) {
    Rows rows = new Rows();
    long repeated = 0;
    for (Parcel parcel : parcels) {
      rows.add(parcel.receivedTs(), parcel.row());
      repeated += parcel.repeat() ? 1 : 0;
    }
    int part = Shard.countFor(parameters.members());
    String name = LogFile.name(community.calendar().date(day), part, parameters.format());
    RowFile.write(events, name, parameters.format(), rows);
    return new LogFile(name, rows.count(), repeated, 0);
  }
}
