package groundswell.jobs.marts.members;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.SharedRows;
import groundswell.jobs.marts.measure.ChannelDays;
import java.util.List;

/** Who is active, who comes back, who stays. */
public final class MemberMarts {
  private static final SharedRows SPANS =
      sources -> ChannelSpans.from(sources.of(ChannelDays.SHARED));

  private MemberMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_ACTIVITY_DAILY,
            sources -> ActivityDaily.from(sources.of(CORE_FACT_MEMBER_DAY)),
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_ACTIVE_MEMBERS,
            sources -> ActiveMembers.from(sources.of(ChannelDays.SHARED)),
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_STICKINESS, sources -> Stickiness.from(sources.of(SPANS)), CORE_FACT_MEMBER_DAY),
        Mart.of(MART_LIFECYCLE, sources -> Lifecycle.from(sources.of(SPANS)), CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_RETENTION_COHORT,
            sources -> RetentionCohort.from(sources.of(SPANS), sources.of(CORE_DIM_MEMBER)),
            CORE_FACT_MEMBER_DAY,
            CORE_DIM_MEMBER));
  }
}
