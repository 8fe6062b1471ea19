package groundswell.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.tables.PastTables;
import groundswell.jobs.tables.RowDifference;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.RunManifest;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.schemas.ExitCode;
import groundswell.schemas.FolderTree;
import groundswell.schemas.Refusal;
import groundswell.schemas.StorageFault;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * A run once more: the same stage over what the run found, into a warehouse that exists only
 * meanwhile, at the hour of the run. Tables that say when and how something ran are not compared.
 */
final class Reproduction {
  /** Tables that say when and on which machine something ran. */
  static final Set<Table> OF_RUNS =
      Set.of(
          Table.META_CONTRACT_STATUS,
          Table.META_ERASURE_LEDGER,
          Table.META_PUBLICATION,
          Table.META_RECONCILIATION,
          Table.META_RUN);

  /** Made from whatever is published, not from the snapshots that the run names. */
  private static final Set<Table> OF_THE_LATEST = Set.of(Table.CALIBRATION_CLAIM_GAP);

  private static final RowDifference DIFFERENCE = new RowDifference("former run", "new run");

  private final SparkSession spark;
  private final Path warehouse;
  private final RunManifest manifest;

  Reproduction(SparkSession spark, Path warehouse, RunManifest manifest) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
  }

  /**
   * Runs and compares.
   *
   * @throws Refusal when something that the run read is not there any more
   */
  Comparison run() {
    Job job = job();
    PastTables past = PastTables.of(spark, warehouse, manifest);
    Path scratch = scratch();
    try {
      Clock then = Clock.fixed(manifest.started(), ZoneOffset.UTC);
      Tables tables = past.drafting(scratch, then);
      Workbench plain = Workbench.over(spark, scratch, then);
      job.run(new Workbench(spark, tables, scratch, plain.config(), then));
      return compare(past, plain.tables());
    } finally {
      remove(scratch);
    }
  }

  private Job job() {
    Run run = manifest.run();
    return switch (run.stage()) {
      case "ingest" -> ingest(run);
      case "facts" -> new FactsJob().of(communities(run)).only(compared());
      case "marts" -> new MartsJob().of(communities(run)).only(compared());
      case "calibrate" -> CalibrateJob.of(communities(run));
      default ->
          throw new Refusal(
              ExitCode.USAGE,
              "A run of stage '%s' cannot be run again: it takes rows away for good"
                  .formatted(run.stage()));
    };
  }

  private static Job ingest(Run run) {
    if (run.sources().isEmpty()) {
      throw new Refusal(ExitCode.INPUT_MISSING, "The manifest names no files that the run took in");
    }
    return IngestJob.again(run.sources());
  }

  private static Set<String> communities(Run run) {
    return run.slice() instanceof Slice.Communities chosen ? chosen.communityIds() : Set.of();
  }

  private Set<Table> compared() {
    Set<Table> tables = new TreeSet<>(manifest.outputs().keySet());
    tables.removeAll(OF_RUNS);
    tables.removeAll(OF_THE_LATEST);
    return tables;
  }

  private Comparison compare(PastTables past, Tables again) {
    Map<Table, RowsHash> equal = new TreeMap<>();
    for (Table table : compared()) {
      RowsHash then = RowsHash.of(past.written(table));
      if (!then.equals(RowsHash.of(again.read(table)))) {
        String row = DIFFERENCE.first(table, past.written(table), again.read(table));
        return new Comparison(manifest, equal, Optional.of(row));
      }
      equal.put(table, then);
    }
    return new Comparison(manifest, equal, Optional.empty());
  }

  private Path scratch() {
    try {
      Path folder = Files.createTempDirectory("groundswell-reproduce").toRealPath();
      Path key = warehouse.resolve("pseudonym.key");
      if (Files.exists(key)) {
        Files.createSymbolicLink(folder.resolve("pseudonym.key"), key);
      }
      return folder;
    } catch (IOException fault) {
      throw StorageFault.of("make a folder for the reproduction", fault);
    }
  }

  private static void remove(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException fault) {
      throw StorageFault.of("remove " + folder, fault);
    }
  }

  /**
   * What came out.
   *
   * @param equal tables that came out the same, with their fingerprints
   * @param difference the first table and row that did not
   */
  record Comparison(RunManifest manifest, Map<Table, RowsHash> equal, Optional<String> difference) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      equal.forEach((table, hash) -> lines.add("equal     %-28s %s".formatted(table, hash.text())));
      if (difference.isEmpty()) {
        lines.add("run %s came out the same: %d tables".formatted(manifest.id(), equal.size()));
      }
      return lines;
    }

    ObjectNode json() {
      ObjectNode json = JSON.createObjectNode();
      json.put("run_id", manifest.id()).put("equal", difference.isEmpty());
      json.put("difference", difference.orElse(null));
      ObjectNode tables = json.putObject("tables");
      equal.forEach(
          (table, hash) ->
              tables.putObject(table.fullName()).put("rows", hash.rows()).put("hash", hash.hash()));
      return json;
    }
  }
}
