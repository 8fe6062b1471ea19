package groundswell.jobs.rebuild;

import static groundswell.schemas.Table.*;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.IngestJob;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import groundswell.schemas.WarehouseLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that are taken in one by one, in whatever order, lead to the marts of one run over all. */
class BackfillTest extends SparkCase {
  private static final String MAPPING =
      """
      community:
        id: tea
        name: Tea
        zone: Asia/Shanghai
        currency: CNY
        storage_period: day
        adoption_event_types: [follow]
      format: csv
      columns: [id, who, whom, at]
      events:
        - event_type: follow
          fields:
            event_id: id
            event_ts: at
            actor_id: who
            target_id: whom
            channel: "'weibo'"
      """;
  private static final List<LocalDate> DAYS =
      LocalDate.of(2026, 3, 1).datesUntil(LocalDate.of(2026, 3, 4)).toList();
  private static final Set<Table> FACTS = Set.of(CORE_FACT_MEMBER_DAY, CORE_FACT_INTERACTION);
  private static final Set<Table> MARTS = Set.of(MART_ACTIVITY_DAILY, MART_TIE_FUNNEL);

  @TempDir private Path folder;
  private final Random random = new Random(11);

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("source.yaml"), MAPPING);
    Path input = Files.createDirectories(folder.resolve("input"));
    for (LocalDate day : DAYS) {
      Files.writeString(input.resolve(day + ".csv"), "id,who,whom,at\n" + follows(day));
    }
  }

  @Test
  @Tag("guarantee-6")
  void day_by_day_backwards_or_two_at_once_give_the_marts_of_one_run() {
    Workbench whole = bench("whole");
    run(whole, IngestJob.of(folder.resolve("source.yaml"), folder.resolve("input")));

    Workbench backwards = bench("backwards");
    DAYS.stream().sorted((one, two) -> two.compareTo(one)).forEach(day -> run(backwards, day));

    Workbench both = bench("both");
    Backfill backfill = new Backfill(both);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(backfill), CompletableFuture.runAsync(backfill))
        .orTimeout(5, MINUTES)
        .join();

    assertThat(rows(whole).get(MART_ACTIVITY_DAILY)).hasSizeGreaterThanOrEqualTo(DAYS.size());
    assertThat(rows(backwards)).isEqualTo(rows(whole));
    assertThat(rows(both)).isEqualTo(rows(whole));
  }

  private String follows(LocalDate day) {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 12; line++) {
      int who = random.nextInt(6);
      int whom = (who + 1 + random.nextInt(5)) % 6;
      String time = "T%02d:%02d:00Z".formatted(random.nextInt(15), random.nextInt(60));
      lines.append("%s-%d,m%d,m%d,%s%s%n".formatted(day, line, who, whom, day, time));
    }
    return lines.toString();
  }

  private Workbench bench(String name) {
    return Workbench.over(spark(), folder.resolve(name), Clock.systemUTC());
  }

  private void run(Workbench bench, LocalDate day) {
    run(bench, IngestJob.of(folder.resolve("source.yaml"), folder.resolve("input"), day));
  }

  private static void run(Workbench bench, IngestJob ingest) {
    ingest.run(bench);
    new FactsJob().only(FACTS).run(bench);
    new MartsJob().only(MARTS).run(bench);
  }

  private static Map<Table, List<String>> rows(Workbench bench) {
    Map<Table, List<String>> rows = new TreeMap<>();
    for (Table mart : MARTS) {
      List<Row> found = bench.tables().read(mart).collectAsList();
      rows.put(mart, found.stream().map(Row::toString).sorted().toList());
    }
    return rows;
  }

  /** A worker that takes the next day, and puts it back when another worker is at the warehouse. */
  private final class Backfill implements Runnable {
    private final Workbench bench;
    private final Queue<LocalDate> days;
    private final Semaphore ends = new Semaphore(0);

    Backfill(Workbench bench) {
      this.bench = bench;
      List<LocalDate> shuffled = new ArrayList<>(DAYS);
      Collections.shuffle(shuffled, random);
      days = new ConcurrentLinkedQueue<>(shuffled);
    }

    @Override
    public void run() {
      for (LocalDate day = days.poll(); day != null; day = days.poll()) {
        try (WarehouseLock lock =
            WarehouseLock.hold(folder.resolve("both"), "backfill", Clock.systemUTC())) {
          BackfillTest.this.run(bench, day);
        } catch (Refusal refusal) {
          assertThat(refusal.code()).isEqualTo(ExitCode.LOCK_HELD);
          days.add(day);
          ends.acquireUninterruptibly();
          continue;
        }
        ends.release();
      }
    }
  }
}
