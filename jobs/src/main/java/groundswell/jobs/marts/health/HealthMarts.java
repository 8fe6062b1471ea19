package groundswell.jobs.marts.health;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import java.util.List;

/** Whether the data came: in time, in their usual number, and what was refused of them. */
public final class HealthMarts {
  private HealthMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            META_VOLUME, sources -> Volume.from(sources.of(CORE_FACT_ARRIVAL)), CORE_FACT_ARRIVAL),
        Mart.of(
            META_FRESHNESS,
            sources -> Freshness.from(sources.of(CORE_FACT_ARRIVAL)),
            CORE_FACT_ARRIVAL),
        Mart.of(
            META_LATENESS,
            sources -> Lateness.from(sources.of(CORE_FACT_ARRIVAL)),
            CORE_FACT_ARRIVAL),
        Mart.of(
            META_QUARANTINE_SUMMARY,
            sources -> QuarantineSummary.from(sources.of(CORE_REJECTED_EVENT)),
            CORE_REJECTED_EVENT));
  }
}
