package groundswell.planning.cli;

import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.WarehouseLock;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What simulate, plan and report share: lock, warehouse, result line, exit code. */
abstract class StageCommand implements Callable<Integer> {
  @Mixin Settings settings;
  @Spec CommandSpec spec;

  /** The work of the stage in an open warehouse. */
  abstract StageResult run(Warehouse warehouse, Clock clock);

  /** What a reader would type to do it again. */
  abstract String command();

  /** More numbers for {@code --json}. */
  Map<String, Object> numbers() {
    return Map.of();
  }

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    Clock clock = Clock.systemUTC();
    settings.config().allowOnly();
    try (WarehouseLock held = WarehouseLock.hold(settings.warehouse(), command(), clock);
        Warehouse warehouse = Warehouse.open(settings.warehouse())) {
      StageResult result = run(warehouse, clock);
      double seconds = (System.nanoTime() - begun) / 1e9;
      new Console(settings, spec.commandLine().getOut()).print(result, seconds, numbers());
      return 0;
    } catch (Exception thrown) { // Spark throws what it does not declare
      return Faults.print(spec, thrown);
    }
  }
}
