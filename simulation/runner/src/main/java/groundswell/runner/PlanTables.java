package groundswell.runner;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.MartsJob;
import groundswell.schemas.Table;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that lead to a launch plan, and those that show who is active: what the demo builds.
 * The commands {@code facts} and {@code marts} build all.
 */
final class PlanTables {
  private static final Set<Table> SHOWN =
      Set.of(
          MART_ACTIVE_MEMBERS,
          MART_ACTIVITY_DAILY,
          MART_BUILD_LOOP,
          MART_CONTENT_RESPONSE,
          MART_LAUNCH_CURVE,
          MART_LIFECYCLE,
          MART_ORDER_ECONOMICS,
          MART_RETENTION_COHORT,
          MART_STICKINESS);

  private PlanTables() {}

  static Set<Table> marts() {
    Set<Table> marts = new TreeSet<>(SHOWN);
    marts.addAll(calibrated("mart"));
    return marts;
  }

  static Set<Table> facts() {
    Set<Table> facts = new TreeSet<>(MartsJob.inputsOf(marts()));
    facts.addAll(calibrated("core"));
    facts.add(CORE_DIM_CHANNEL);
    return facts;
  }

  private static Set<Table> calibrated(String namespace) {
    Set<Table> tables = new TreeSet<>(Set.of(CalibrateJob.INPUTS));
    tables.removeIf(table -> !table.namespace().equals(namespace));
    return tables;
  }
}
