package groundswell.planning.cli;

import static groundswell.schemas.Columns.*;

import groundswell.planning.plan.PlanStage;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stage 6 of 7. */
@Command(
    name = "plan",
    description = "Decide what to build, before the launch and once the reservations are counted.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ./groundswell plan examples/aurora/scenario.yaml"})
public final class PlanCommand extends StageCommand {
  @Parameters(paramLabel = "SCENARIO", description = "Scenario file, YAML.")
  private Path scenario;

  private final Map<String, Object> numbers = new LinkedHashMap<>();

  @Override
  StageResult run(Warehouse warehouse, Clock clock) {
    ScenarioFile file = ScenarioFile.read(scenario);
    StageResult result = new PlanStage(warehouse, clock).run(file, command());
    var name = file.scenario().name();
    List<Map<String, Object>> steps = warehouse.read(Table.PLAN_LAUNCH_PLAN, SCENARIO, name);
    steps.sort(java.util.Comparator.comparing(step -> (Integer) step.get(STEP)));
    numbers.put("answer", warehouse.read(Table.PLAN_ANSWER, SCENARIO, name));
    numbers.put("launch_plan", steps);
    numbers.put("comparison", warehouse.read(Table.PLAN_COMPARISON, SCENARIO, name));
    if (!settings.isJson() && !settings.isQuiet()) {
      new PlanTable(spec.commandLine().getOut()).print(steps);
    }
    return result;
  }

  @Override
  Map<String, Object> numbers() {
    return numbers;
  }

  @Override
  String command() {
    return "groundswell plan " + scenario;
  }
}
