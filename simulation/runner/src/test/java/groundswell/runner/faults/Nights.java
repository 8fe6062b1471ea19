package groundswell.runner.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import groundswell.jobs.launch.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/**
 * A warehouse that can be set back to where a step of a night begins, and what each step leaves
 * when nothing disturbs it.
 */
final class Nights {
  private final SparkSession spark;
  private final Path folder;
  private final AuroraNights log;
  private final Map<Step, SortedMap<String, String>> undisturbed = new EnumMap<>(Step.class);

  private Nights(SparkSession spark, Path folder, AuroraNights log) {
    this.spark = spark;
    this.folder = folder;
    this.log = log;
  }

  /** Runs all steps up to one undisturbed and keeps the state before each. */
  static Nights undisturbed(SparkSession spark, Path folder, Step last) throws IOException {
    Nights nights = new Nights(spark, folder, AuroraNights.in(folder));
    nights.makeKey();
    for (Step step : Step.values()) {
      if (step.compareTo(last) <= 0) {
        nights.walk(step);
      }
    }
    return nights;
  }

  /** The warehouse; its path does not change, since its tables know it. */
  Path warehouse() {
    return folder.resolve("ware house");
  }

  /** Puts the warehouse to where a step begins. */
  void setBackTo(Step step) throws IOException {
    FolderCopy.replace(warehouse(), before(step));
  }

  /** The command of a step in a process of its own. */
  List<String> command(Step step) {
    return step.command(warehouse(), log);
  }

  /** Runs a step in this process. */
  void again(Step step) {
    step.run(bench(), log);
  }

  /** What a step leaves when nothing disturbs it. */
  SortedMap<String, String> undisturbed(Step step) {
    return undisturbed.get(step);
  }

  /** Fingerprints of the published tables, and of the account of every file. */
  SortedMap<String, String> published() {
    return Fingerprints.of(warehouse());
  }

  private void walk(Step step) throws IOException {
    FolderCopy.replace(before(step), warehouse());
    again(step);
    undisturbed.put(step, published());
  }

  /** A session of its own, since a session keeps the first catalogue that it opens. */
  private Workbench bench() {
    return Workbench.over(spark.newSession(), warehouse(), Clock.systemUTC());
  }

  /** The state before a step. */
  Path before(Step step) {
    return folder.resolve("before " + step.words());
  }

  /** One key for all runs, so that pseudonyms are the same. */
  private void makeKey() throws IOException {
    Path key = Files.createDirectories(warehouse()).resolve("pseudonym.key");
    Files.write(key, "0123456789abcdef0123456789abcdef\n".getBytes(US_ASCII));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }
}
