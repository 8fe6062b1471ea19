package groundswell.planning.report;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.planning.plan.PlanStage;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.HandMadeBundle;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.SimulateStage;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** From scenario to page, in a warehouse on disk without Spark. */
class RouteTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
  @TempDir static Path folder;
  private static ScenarioFile file;
  private static String page;

  @BeforeAll
  static void run() throws Exception {
    file = Scenarios.withCommunity(HandMadeBundle.write(folder.resolve("bundle"), 400, 6));
    try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"))) {
      simulate(warehouse);
      new PlanStage(warehouse, NOON).run(file, "groundswell plan launch.yaml");
      Path output = folder.resolve("report.html");
      new ReportStage(warehouse).run(file, output, "groundswell report launch.yaml");
      page = Files.readString(output);
    }
  }

  @Test
  void a_second_run_publishes_nothing_new() {
    try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"))) {
      String before = warehouse.publication().name();

      assertThat(simulate(warehouse).rowsOut()).isZero();
      assertThat(new PlanStage(warehouse, NOON).run(file, "again").rowsOut()).isZero();
      assertThat(warehouse.publication().name()).isEqualTo(before);
    }
  }

  @Test
  void the_page_is_well_formed_small_and_needs_nothing_from_elsewhere() throws Exception {
    String xml = page.replace("<!DOCTYPE html>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));

    assertThat(page.length()).isLessThan(200_000);
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("src=\"")
        .doesNotContain("url(");
  }

  @Test
  void every_chart_has_a_title_a_description_and_a_table() {
    int charts = page.split("<svg ", -1).length - 1;

    assertThat(charts).isEqualTo(4);
    assertThat(page.split("<desc ", -1).length - 1).isEqualTo(charts);
    assertThat(page.split("<details>", -1).length - 1).isGreaterThanOrEqualTo(charts);
  }

  @Test
  void every_number_of_the_sentence_stands_in_the_tables_of_the_plan() {
    try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"))) {
      Map<String, Object> answer = warehouse.read(Table.PLAN_ANSWER).get(0);
      String sentence = (String) answer.get("sentence");
      String known =
          List.of(
                  "launch_build",
                  "reactive_low",
                  "reactive_high",
                  "profit_mean",
                  "profit_p10",
                  "profit_p90")
              .stream()
              .map(
                  column ->
                      String.format(
                          Locale.ROOT, "%,.0f", ((Number) answer.get(column)).doubleValue()))
              .collect(Collectors.joining(" "));

      assertThat(page).contains(Html.text(sentence));
      Matcher large = Pattern.compile("-?\\d{1,3}(,\\d{3})+").matcher(sentence);
      while (large.find()) {
        assertThat(known).contains(large.group());
      }
    }
  }

  @Test
  void the_rows_of_the_plan_add_up_to_its_profit() {
    try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"))) {
      double sum =
          warehouse.read(Table.PLAN_LAUNCH_PLAN).stream()
              .filter(row -> row.get("profit_mean") != null)
              .mapToDouble(row -> ((Number) row.get("profit_mean")).doubleValue())
              .sum();
      double whole =
          ((Number) warehouse.read(Table.PLAN_ANSWER).get(0).get("profit_mean")).doubleValue();

      assertThat(sum).isCloseTo(whole, org.assertj.core.api.Assertions.within(0.01));
    }
  }

  private static StageResult simulate(Warehouse warehouse) {
    return new SimulateStage(warehouse, new LocalThreads(2), Progress.SILENT, NOON)
        .run(file, "groundswell simulate launch.yaml");
  }
}
