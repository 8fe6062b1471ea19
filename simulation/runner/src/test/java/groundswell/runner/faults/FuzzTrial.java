package groundswell.runner.faults;

import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Workbench;
import groundswell.schemas.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Takes in fuzzed rows of one format and holds the accounts against the tables. */
final class FuzzTrial {
  private static final String ACCOUNTS =
      """
      SELECT count(*) files, sum(rows_read) rows, sum(events_read) events, sum(accepted) accepted,
             sum(duplicate) duplicate, sum(rejected) rejected,
             count_if(events_read <> accepted + duplicate + rejected + erased) unbalanced
      FROM accounts""";

  private FuzzTrial() {}

  static Fuzzed of(SparkSession spark, Path folder, FuzzFormat format, int rows, long seed)
      throws IOException {
    Path source = FuzzedFiles.write(folder, format, rows, seed);
    SparkSession session = spark.newSession();
    Workbench bench = Workbench.over(session, folder.resolve("warehouse"), Clock.systemUTC());
    IngestJob.of(source, FuzzedFiles.input(folder)).run(bench);

    bench.tables().read(Table.META_RECONCILIATION).createOrReplaceTempView("accounts");
    Row sums = session.sql(ACCOUNTS).head();
    Map<String, Long> reasons = reasons(bench);
    return new Fuzzed(
        format,
        sums.getAs("files"),
        sums.getAs("rows"),
        sums.getAs("events"),
        sums.getAs("accepted"),
        sums.getAs("duplicate"),
        sums.getAs("rejected"),
        reasons,
        problems(bench, sums, reasons));
  }

  private static Map<String, Long> reasons(Workbench bench) {
    Map<String, Long> reasons = new TreeMap<>();
    bench
        .tables()
        .read(Table.CORE_REJECTED_EVENT)
        .groupBy("reason")
        .sum("rejected_count")
        .collectAsList()
        .forEach(row -> reasons.put(row.isNullAt(0) ? "" : row.getString(0), row.getLong(1)));
    return reasons;
  }

  private static List<String> problems(Workbench bench, Row sums, Map<String, Long> reasons) {
    List<String> problems = new ArrayList<>();
    long stored = bench.tables().read(Table.CORE_EVENT).count();
    require(problems, "files out of balance", 0L, sums.getAs("unbalanced"));
    require(problems, "events in core.event", sums.getAs("accepted"), stored);
    long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
    require(problems, "rows in core.rejected_event", sums.getAs("rejected"), refused);
    require(problems, "rejected rows without a reason", 0L, reasons.getOrDefault("", 0L));
    return problems;
  }

  private static void require(List<String> problems, String what, long expected, long actual) {
    if (expected != actual) {
      problems.add("%s: %d instead of %d".formatted(what, actual, expected));
    }
  }
}
