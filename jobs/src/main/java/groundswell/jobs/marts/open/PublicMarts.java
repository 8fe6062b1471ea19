package groundswell.jobs.marts.open;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import java.util.List;

/** Marts that may be shown to everybody, beside the exact ones that they are made from. */
public final class PublicMarts {
  private PublicMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            PUBLIC_TIE_FUNNEL,
            sources ->
                PublicTieFunnel.from(sources.of(MART_TIE_FUNNEL), sources.of(CORE_DIM_COMMUNITY)),
            MART_TIE_FUNNEL,
            CORE_DIM_COMMUNITY),
        Mart.of(
            PUBLIC_RING_LADDER,
            sources ->
                PublicRingLadder.from(sources.of(MART_RING_LADDER), sources.of(CORE_DIM_COMMUNITY)),
            MART_RING_LADDER,
            CORE_DIM_COMMUNITY));
  }
}
