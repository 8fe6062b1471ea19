package groundswell.jobs.rebuild;

import static groundswell.schemas.Table.*;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.jobs.SparkCase;
import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.facts.RandomCommunity;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Portion;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that come late, in any order, lead to the rows of one full build. */
class LateArrivalTest extends SparkCase {
  private static final Set<Table> FACTS =
      Set.of(CORE_FACT_MEMBER_DAY, CORE_FACT_POST, CORE_FACT_INTERACTION);
  private static final Set<Table> MARTS =
      Set.of(MART_ACTIVITY_DAILY, MART_TIE_FUNNEL, MART_LIFECYCLE);

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = Workbench.over(spark(), folder.resolve("late"), Clock.systemUTC());
  }

  @Test
  @Tag("guarantee-7")
  void late_events_rewrite_the_portions_that_they_change_and_end_as_one_full_build() {
    List<Row> events = shuffled(RandomCommunity.events("tea", 8, 240, 3));
    arrive(bench, "first", events.subList(0, 200));
    build(bench);
    arrive(bench, "late", events.subList(200, 239));
    assertOnlyChangesAreWritten();
    arrive(bench, "last", events.subList(239, 240));
    assertOnlyChangesAreWritten();

    RebuildJob.checking().run(bench);
    Workbench whole = Workbench.over(spark(), folder.resolve("whole"), Clock.systemUTC());
    arrive(whole, "all", events);
    build(whole);
    for (Table mart : MARTS) { // members are numbered as they come, so facts may differ in that
      assertThat(rows(bench, mart)).isEqualTo(rows(whole, mart));
    }
  }

  @Test
  @Tag("guarantee-7")
  void a_check_names_the_first_row_that_a_rebuild_gives_otherwise() {
    arrive(bench, "all", RandomCommunity.events("tea", 3, 40, 5));
    build(bench);
    loseFirstPost();

    int posts = rows(bench, CORE_FACT_POST).size();
    assertThatThrownBy(() -> RebuildJob.checking().run(bench))
        .hasMessageContaining("1 tables are not what a full rebuild gives")
        .hasMessageContaining("core.fact_post differs, first at (")
        .hasMessageContaining("only the rebuild has it: 1 portions (first tea 2026-0")
        .extracting(fault -> ((Refusal) fault).code())
        .isEqualTo(ExitCode.AUDIT_FAILED);
    assertThat(rows(bench, CORE_FACT_POST)).hasSize(posts);

    new RebuildJob().run(bench);
    assertThat(rows(bench, CORE_FACT_POST)).hasSize(posts + 1);
  }

  private void loseFirstPost() {
    Dataset<Row> posts = bench.tables().read(CORE_FACT_POST);
    String first = posts.selectExpr("min(post_id)").first().getString(0);
    Draft draft = bench.tables().draft(Run.of("tamper", Slice.all()));
    draft.replace(CORE_FACT_POST, Slice.all(), posts.filter(col("post_id").notEqual(first)));
    draft.publish();
  }

  private void assertOnlyChangesAreWritten() {
    Map<Table, Map<Portion, List<String>>> before = new HashMap<>();
    Map<Table, OptionalLong> snapshots = new HashMap<>();
    for (Table table : tables()) {
      before.put(table, portions(table));
      snapshots.put(table, bench.tables().snapshotId(table));
    }
    build(bench);
    for (Table table : tables()) {
      assertThat(bench.tables().changedSince(table, snapshots.get(table)))
          .as("portions written of %s", table)
          .isEqualTo(different(before.get(table), portions(table)));
    }
  }

  private static Set<Portion> different(
      Map<Portion, List<String>> before, Map<Portion, List<String>> after) {
    Set<Portion> different = new TreeSet<>(before.keySet());
    different.addAll(after.keySet());
    different.removeIf(
        portion -> before.getOrDefault(portion, List.of()).equals(after.get(portion)));
    return different;
  }

  private Set<Table> tables() {
    Set<Table> tables = new TreeSet<>(FACTS);
    tables.addAll(MARTS);
    tables.add(CORE_DIM_MEMBER);
    return tables;
  }

  private Map<Portion, List<String>> portions(Table table) {
    boolean hasPeriod = Arrays.asList(bench.tables().read(table).columns()).contains("period");
    return bench.tables().read(table).collectAsList().stream()
        .collect(
            groupingBy(
                row -> new Portion(row.getAs("community_id"), period(row, hasPeriod)),
                TreeMap::new,
                Collectors.collectingAndThen(
                    mapping(LateArrivalTest::text, Collectors.toList()),
                    rows -> rows.stream().sorted().toList())));
  }

  private static Optional<java.time.LocalDate> period(Row row, boolean hasPeriod) {
    return hasPeriod ? Optional.of(row.<Date>getAs("period").toLocalDate()) : Optional.empty();
  }

  private static List<String> rows(Workbench bench, Table table) {
    return bench.tables().read(table).collectAsList().stream()
        .map(LateArrivalTest::text)
        .sorted()
        .toList();
  }

  private static String text(Row row) {
    List<String> values = new ArrayList<>();
    for (int index = 0; index < row.size(); index++) {
      Object value = row.get(index);
      values.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
    }
    return values.toString();
  }

  private static List<Row> shuffled(List<Row> events) {
    List<Row> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(7));
    return shuffled;
  }

  private static void arrive(Workbench bench, String name, List<Row> events) {
    Draft draft = bench.tables().draft(Run.of("ingest", Slice.all()).configuredBy(name));
    draft.append(
        CORE_EVENT, table(CORE_EVENT, RandomCommunity.COLUMNS, events.toArray(Row[]::new)));
    draft.publish();
  }

  private static void build(Workbench bench) {
    new FactsJob().only(FACTS).run(bench);
    new MartsJob().only(MARTS).run(bench);
  }
}
