package groundswell.jobs.marts.service;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import java.util.List;

/** How the community and the firm answer their members. */
public final class ServiceMarts {
  private ServiceMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_CONTENT_RESPONSE,
            sources -> ContentResponse.from(sources.of(CORE_FACT_POST)),
            CORE_FACT_POST));
  }
}
