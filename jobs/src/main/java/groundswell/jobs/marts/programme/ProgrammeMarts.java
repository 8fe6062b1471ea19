package groundswell.jobs.marts.programme;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.measure.ActiveRings;
import groundswell.jobs.marts.measure.Census;
import java.util.List;

/** What members do for the product, and how far they are let in. */
public final class ProgrammeMarts {
  private ProgrammeMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_BUILD_LOOP,
            sources ->
                BuildLoop.from(sources.of(CORE_FACT_BUILD_EVENT), sources.of(CORE_DIM_MEMBER)),
            CORE_FACT_BUILD_EVENT,
            CORE_DIM_MEMBER),
        Mart.of(
            MART_CONTRIBUTION,
            sources -> Contribution.from(sources.of(CORE_FACT_CONTRIBUTION)),
            CORE_FACT_CONTRIBUTION),
        Mart.of(
            MART_SEEDING_FUNNEL,
            sources -> SeedingFunnel.from(sources.of(CORE_FACT_MILESTONE), sources.of(Census.LIFE)),
            CORE_FACT_MILESTONE,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_RING_LADDER,
            sources ->
                RingLadder.from(
                    sources.of(CORE_DIM_MEMBER),
                    sources.of(Census.LIFE),
                    sources.of(ActiveRings.SHARED)),
            CORE_DIM_MEMBER,
            CORE_FACT_MEMBER_DAY));
  }
}
