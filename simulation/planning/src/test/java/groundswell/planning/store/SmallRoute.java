package groundswell.planning.store;

import groundswell.planning.plan.PlanStage;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.scenario.Scenarios;
import groundswell.planning.simulate.HandMadeBundle;
import groundswell.planning.simulate.LocalThreads;
import groundswell.planning.simulate.Progress;
import groundswell.planning.simulate.SimulateStage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A small scenario that was simulated and planned, in a warehouse on disk. */
final class SmallRoute {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

  private SmallRoute() {}

  /** Runs both stages; the folder of the warehouse. */
  static Path run(Path folder) {
    ScenarioFile file = Scenarios.withCommunity(HandMadeBundle.write(folder.resolve("b"), 300, 6));
    try (Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"))) {
      new SimulateStage(warehouse, new LocalThreads(2), Progress.SILENT, NOON)
          .run(file, "groundswell simulate launch.yaml");
      new PlanStage(warehouse, NOON).run(file, "groundswell plan launch.yaml");
      return warehouse.folder();
    }
  }
}
