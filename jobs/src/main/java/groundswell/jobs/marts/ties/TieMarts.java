package groundswell.jobs.marts.ties;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartSources;
import groundswell.jobs.marts.measure.Census;
import groundswell.jobs.marts.measure.ChannelDays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How close members stand to the community and to each other. */
public final class TieMarts {
  private TieMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_TIE_FUNNEL,
            TieMarts::tieFunnel,
            CORE_FACT_TIE_STATE,
            CORE_DIM_MEMBER,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_TIE_TRANSITION,
            sources ->
                TieTransition.from(
                    sources.of(CORE_FACT_TIE_STATE),
                    sources.of(CORE_FACT_MEMBER_ACTIVITY),
                    sources.of(Census.LIFE)),
            CORE_FACT_TIE_STATE,
            CORE_FACT_MEMBER_ACTIVITY,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_TRANSITION_ATTRIBUTION,
            sources ->
                TransitionAttribution.from(
                    sources.of(CORE_FACT_TIE_STATE),
                    sources.of(CORE_FACT_TOUCH),
                    sources.of(CORE_FACT_INTERACTION),
                    sources.of(Census.LIFE)),
            CORE_FACT_TIE_STATE,
            CORE_FACT_TOUCH,
            CORE_FACT_INTERACTION,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_TOUCH_ASSOCIATION,
            sources ->
                TouchAssociation.from(
                    sources.of(CORE_FACT_TIE_STATE),
                    sources.of(CORE_FACT_TOUCH),
                    sources.of(Census.LIFE)),
            CORE_FACT_TIE_STATE,
            CORE_FACT_TOUCH,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_EDGE_WEEKLY,
            sources ->
                EdgeWeekly.from(sources.of(CORE_FACT_INTERACTION), sources.of(CORE_DIM_COMMUNITY)),
            CORE_FACT_INTERACTION,
            CORE_DIM_COMMUNITY),
        Mart.of(MART_TIE_STRENGTH, TieMarts::tieStrength, MART_EDGE_WEEKLY, CORE_DIM_COMMUNITY),
        Mart.of(
            MART_NETWORK_HEALTH,
            sources ->
                NetworkHealth.from(
                    sources.of(MART_EDGE_WEEKLY),
                    sources.of(CORE_DIM_COMMUNITY),
                    sources.of(CORE_DIM_MEMBER)),
            MART_EDGE_WEEKLY,
            MART_TIE_STRENGTH, // its contract compares the two
            CORE_DIM_COMMUNITY,
            CORE_DIM_MEMBER),
        Mart.of(
            MART_MEMBER_REACH,
            sources -> MemberReach.from(ReachSources.of(sources)),
            ReachSources.TABLES));
  }

  private static Dataset<Row> tieFunnel(MartSources sources) {
    return TieFunnel.from(
        sources.of(CORE_FACT_TIE_STATE),
        sources.of(CORE_DIM_MEMBER),
        sources.of(ChannelDays.SHARED));
  }

  private static Dataset<Row> tieStrength(MartSources sources) {
    Dataset<Row> pairs =
        TieStrength.pairs(sources.of(MART_EDGE_WEEKLY), sources.of(CORE_DIM_COMMUNITY));
    return TieStrength.ofPairs(sources.keep(pairs));
  }
}
