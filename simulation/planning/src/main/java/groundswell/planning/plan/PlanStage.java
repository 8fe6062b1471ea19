package groundswell.planning.plan;

import static groundswell.schemas.Columns.*;

import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.simulate.SaleDemand;
import groundswell.planning.simulate.SimulationRows;
import groundswell.planning.store.Publisher;
import groundswell.planning.store.Rows;
import groundswell.planning.store.RunKey;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage 6 of 7: the draws of {@code simulation.sale_draw} in, {@code plan} tables out. A plan whose
 * inputs have been planned already does nothing. The caller holds the warehouse's lock.
 */
public final class PlanStage {
  private final Warehouse warehouse;
  private final Clock clock;

  public PlanStage(Warehouse warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** Plans and publishes; {@code command} is what a reader would type to do it again. */
  public StageResult run(ScenarioFile file, String command) {
    String scenario = file.scenario().name();
    Map<String, Object> simulated = simulated(scenario);
    String simulateRun = (String) simulated.get(RUN_ID);
    Map<String, Object> identity = identity(file, simulated, simulateRun);
    String runId = (String) identity.get(RUN_ID);
    if (isPublished(identity)) {
      return StageResult.nothingNew("plan", runId);
    }
    var draws = warehouse.read(Table.SIMULATION_SALE_DRAW, SCENARIO, scenario);
    List<SaleDemand> demands = SimulationRows.demands(draws);
    LaunchPlan plan = LaunchPlan.of(file.scenario(), demands);
    List<Rows> tables = PlanRows.of(file, plan, identity, simulateRun, command);
    new Publisher(warehouse, clock)
        .replace("plan", (String) identity.get(COMMUNITY_ID), scenario, tables);
    return StageResult.published(
        "plan", runId, draws.size(), tables, Sentence.of(file.scenario(), plan));
  }

  private Map<String, Object> simulated(String scenario) {
    return warehouse.read(Table.SIMULATION_RUN, SCENARIO, scenario).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.INPUT_MISSING,
                    ("Scenario %s has no draws in %s%n  nothing was planned; maybe run"
                            + " 'groundswell simulate' first")
                        .formatted(scenario, warehouse.folder())));
  }

  private boolean isPublished(Map<String, Object> identity) {
    return warehouse.read(Table.PLAN_ANSWER, SCENARIO, (String) identity.get(SCENARIO)).stream()
        .anyMatch(row -> identity.get(RUN_ID).equals(row.get(RUN_ID)));
  }

  private static Map<String, Object> identity(
      ScenarioFile file, Map<String, Object> simulated, String simulateRun) {
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put(COMMUNITY_ID, simulated.get(COMMUNITY_ID));
    identity.put(SCENARIO, file.scenario().name());
    identity.put(RUN_ID, RunKey.of("plan", file.hash(), simulateRun, RunKey.CODE_VERSION));
    return identity;
  }
}
