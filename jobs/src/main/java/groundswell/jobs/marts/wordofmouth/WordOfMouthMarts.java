package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import java.util.List;

/** How word spreads, who brings whom, and what is said of the firm. */
public final class WordOfMouthMarts {
  private WordOfMouthMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(MART_CASCADE, sources -> Cascade.from(sources.of(CORE_FACT_POST)), CORE_FACT_POST),
        Mart.of(
            MART_CASCADE_SIZE,
            sources -> CascadeSize.from(sources.of(MART_CASCADE)),
            MART_CASCADE));
  }
}
