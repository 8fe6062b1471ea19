package groundswell.jobs.marts.service;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartSources;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the community and the firm answer their members. */
public final class ServiceMarts {
  private ServiceMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_CONTENT_RESPONSE,
            sources -> ContentResponse.from(sources.of(CORE_FACT_POST)),
            CORE_FACT_POST),
        Mart.of(
            MART_SERVICE_DESK,
            ServiceMarts::serviceDesk,
            CORE_FACT_TICKET,
            CORE_FACT_INTERACTION,
            CORE_DIM_MEMBER,
            CORE_FACT_STAFFING,
            MART_TIE_FUNNEL),
        Mart.of(
            MART_MEETUP,
            ServiceMarts::meetup,
            CORE_FACT_MEETUP_EVENT,
            CORE_DIM_MEMBER,
            CORE_FACT_MEMBER_ACTIVITY,
            CORE_FACT_INTERACTION,
            MART_TIE_FUNNEL));
  }

  private static Dataset<Row> meetup(MartSources sources) {
    Dataset<Row> guests =
        Meetup.guests(sources.of(CORE_FACT_MEETUP_EVENT), sources.of(CORE_DIM_MEMBER));
    return Meetup.from(
        sources.keep(guests),
        sources.of(CORE_FACT_MEMBER_ACTIVITY),
        sources.of(CORE_FACT_INTERACTION),
        sources.of(MART_TIE_FUNNEL));
  }

  private static Dataset<Row> serviceDesk(MartSources sources) {
    Dataset<Row> days =
        ServiceDesk.days(
            sources.of(CORE_FACT_TICKET),
            sources.of(CORE_FACT_INTERACTION),
            sources.of(CORE_DIM_MEMBER));
    return ServiceDesk.from(days, sources.of(CORE_FACT_STAFFING), sources.of(MART_TIE_FUNNEL));
  }
}
