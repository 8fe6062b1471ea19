package groundswell.jobs.marts.scorecard;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import java.util.List;

/** What the other marts say, on one page. */
public final class ScorecardMarts {
  private ScorecardMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_COMMUNITY_SCORECARD,
            sources -> CommunityScorecard.from(sources::of),
            CORE_DIM_COMMUNITY,
            MART_ACTIVE_MEMBERS,
            MART_ACTIVITY_DAILY,
            MART_ARPU,
            MART_BUILD_LOOP,
            MART_CONTENT_RESPONSE,
            MART_CONTRIBUTION,
            MART_MEETUP,
            MART_NETWORK_HEALTH,
            MART_ORDER_ECONOMICS,
            MART_REFERRAL,
            MART_RING_LADDER,
            MART_TIE_FUNNEL));
  }
}
