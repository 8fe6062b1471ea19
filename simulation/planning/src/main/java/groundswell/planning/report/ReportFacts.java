package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything the report shows, as read from the published tables of one scenario. */
record ReportFacts(
    Optional<Map<String, Object>> answer,
    List<Map<String, Object>> steps,
    List<Map<String, Object>> reactive,
    List<Map<String, Object>> comparison,
    List<Map<String, Object>> curve,
    List<Map<String, Object>> planSales,
    Optional<Map<String, Object>> run,
    List<Map<String, Object>> growth,
    List<Map<String, Object>> causes,
    List<Map<String, Object>> estimates,
    List<CommunityFacts> communities,
    List<PublishedSale> analogues,
    String publication) {

  static ReportFacts read(Warehouse warehouse, ScenarioFile file) {
    String scenario = file.scenario().name();
    var run = first(warehouse, Table.SIMULATION_RUN, scenario);
    return new ReportFacts(
        first(warehouse, Table.PLAN_ANSWER, scenario),
        sorted(warehouse, Table.PLAN_LAUNCH_PLAN, scenario, STEP),
        sorted(warehouse, Table.PLAN_REACTIVE_BUILD, scenario, BIN),
        warehouse.read(Table.PLAN_COMPARISON, SCENARIO, scenario),
        sorted(warehouse, Table.PLAN_PROFIT_CURVE, scenario, LAUNCH_BUILD),
        sorted(warehouse, Table.PLAN_SALE_DRAW, scenario, DRAW),
        run,
        sorted(warehouse, Table.SIMULATION_GROWTH_DAILY, scenario, DAY),
        warehouse.read(Table.SIMULATION_GROWTH_CAUSE, SCENARIO, scenario),
        Estimates.of(warehouse, run),
        CommunityFacts.read(warehouse),
        PublishedSale.ofClass(file.scenario().channel().channelClass()),
        warehouse.publication().name());
  }

  /** Rows behind the report. */
  long rows() {
    return Stream.of(steps, reactive, comparison, curve, planSales, growth, causes, estimates)
        .mapToLong(List::size)
        .sum();
  }

  private static Optional<Map<String, Object>> first(
      Warehouse warehouse, Table table, String scenario) {
    return warehouse.read(table, SCENARIO, scenario).stream().findFirst();
  }

  private static List<Map<String, Object>> sorted(
      Warehouse warehouse, Table table, String scenario, String column) {
    var rows = warehouse.read(table, SCENARIO, scenario);
    rows = new java.util.ArrayList<>(rows);
    rows.sort(Comparator.comparingLong(row -> ((Number) row.get(column)).longValue()));
    return rows;
  }
}
