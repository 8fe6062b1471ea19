package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.SharedRows;
import java.util.List;

/** What is sold, how fast, and what remains of it. */
public final class CommerceMarts {
  private static final SharedRows LAUNCH_EVENTS = sources -> sources.of(CORE_FACT_LAUNCH_EVENT);

  private CommerceMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_LAUNCH, sources -> Launch.from(sources.of(LAUNCH_EVENTS)), CORE_FACT_LAUNCH_EVENT),
        Mart.of(
            MART_LAUNCH_CURVE,
            sources -> LaunchCurve.from(sources.of(LAUNCH_EVENTS)),
            CORE_FACT_LAUNCH_EVENT),
        Mart.of(
            MART_ORDER_ECONOMICS,
            sources -> OrderEconomics.from(sources.of(CORE_FACT_ORDER_LINE)),
            CORE_FACT_ORDER_LINE));
  }
}
