package groundswell.runner.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;

/** All trials, one after the other. */
final class FaultProof {
  /** Kills at named points hit the second night, which has something to lose. */
  private static final List<Step> NAMED = List.of(Step.INGEST, Step.FACTS, Step.MARTS);

  private static final List<Step> RANDOM =
      List.of(Step.FIRST_INGEST, Step.INGEST, Step.FACTS, Step.MARTS);
  private static final int DRAWS = 20;

  private final SparkSession spark;
  private final Path folder;
  private final Deadline deadline;
  private final ProofProgress progress;
  private int done;
  private int all;

  FaultProof(SparkSession spark, Path folder, Deadline deadline, ProofProgress progress) {
    this.spark = spark;
    this.folder = folder;
    this.deadline = deadline;
    this.progress = progress;
  }

  FaultFindings run(int kills, int rows, long seed) throws IOException, InterruptedException {
    all = NAMED.size() * StopPoint.values().length + kills + FuzzFormat.values().length;
    List<Fuzzed> fuzzed = fuzzed(rows, seed);
    Nights nights = Nights.undisturbed(spark, folder, Step.MARTS);
    KillTrial trial = new KillTrial(nights, folder.resolve("output"));
    List<Kill> named = named(trial);
    List<Kill> random = random(trial, kills, seed);
    return new FaultFindings(seed, named, random, fuzzed, deadline.spent());
  }

  private List<Fuzzed> fuzzed(int rows, long seed) throws IOException {
    List<Fuzzed> fuzzed = new ArrayList<>();
    for (FuzzFormat format : FuzzFormat.values()) {
      Path place = folder.resolve("fuzzed " + format.suffix());
      fuzzed.add(FuzzTrial.of(spark, place, format, rows, seed));
      told("damaged rows of " + format, fuzzed.get(fuzzed.size() - 1).problems());
    }
    return fuzzed;
  }

  private List<Kill> named(KillTrial trial) throws IOException, InterruptedException {
    List<Kill> kills = new ArrayList<>();
    for (Step step : NAMED) {
      for (StopPoint point : StopPoint.values()) {
        kills.add(told(trial.at(step, point)));
      }
    }
    return kills;
  }

  private List<Kill> random(KillTrial trial, int count, long seed)
      throws IOException, InterruptedException {
    Map<Step, Duration> lengths = new EnumMap<>(Step.class);
    for (Step step : RANDOM) {
      lengths.put(step, trial.length(step));
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Kill> kills = new ArrayList<>();
    while (kills.size() < count) {
      kills.add(told(drawn(trial, lengths, random)));
    }
    return kills;
  }

  /** Draws again when the process was quicker than the moment. */
  private static Kill drawn(KillTrial trial, Map<Step, Duration> lengths, SplittableRandom random)
      throws IOException, InterruptedException {
    for (int draw = 0; draw < DRAWS; draw++) {
      Step step = RANDOM.get(random.nextInt(RANDOM.size()));
      long moment = Math.round(lengths.get(step).toMillis() * random.nextDouble());
      Optional<Kill> kill = trial.after(step, Duration.ofMillis(moment));
      if (kill.isPresent()) {
        return kill.get();
      }
    }
    throw new IllegalStateException("%d processes ended before they were killed".formatted(DRAWS));
  }

  private Kill told(Kill kill) {
    told(kill.step().words() + " killed " + kill.moment(), kill.problems());
    return kill;
  }

  private void told(String what, List<String> problems) {
    done++;
    progress.show(done, all, problems.isEmpty() ? what + ", harmless" : what + ": " + problems);
    deadline.require(done, all);
  }
}
