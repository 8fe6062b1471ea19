package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartSources;
import groundswell.jobs.marts.measure.ActiveRings;
import groundswell.jobs.marts.measure.Audience;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How word spreads, who brings whom, and what is said of the firm. */
public final class WordOfMouthMarts {
  private WordOfMouthMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(MART_CASCADE, sources -> Cascade.from(sources.of(CORE_FACT_POST)), CORE_FACT_POST),
        Mart.of(
            MART_CASCADE_SIZE, sources -> CascadeSize.from(sources.of(MART_CASCADE)), MART_CASCADE),
        Mart.of(
            MART_REFERRAL,
            sources ->
                Referral.from(
                    sources.of(CORE_FACT_REFERRAL),
                    sources.of(CORE_DIM_COMMUNITY),
                    sources.of(ActiveRings.SHARED)),
            CORE_FACT_REFERRAL,
            CORE_DIM_COMMUNITY,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_NPS_WOM,
            WordOfMouthMarts::npsWom,
            CORE_FACT_SURVEY,
            CORE_FACT_INTERACTION,
            CORE_FACT_POST,
            CORE_FACT_MEMBER_DAY),
        Mart.of(
            MART_SHARE_OF_VOICE,
            sources ->
                ShareOfVoice.from(
                    sources.of(CORE_FACT_MARKET),
                    sources.of(CORE_FACT_POST),
                    sources.of(CORE_DIM_MEMBER),
                    sources.of(CORE_DIM_COMMUNITY)),
            CORE_FACT_MARKET,
            CORE_FACT_POST,
            CORE_DIM_MEMBER,
            CORE_DIM_COMMUNITY));
  }

  private static Dataset<Row> npsWom(MartSources sources) {
    return NpsWom.from(
        sources.of(CORE_FACT_SURVEY),
        Audience.from(sources.of(CORE_FACT_INTERACTION), sources.of(CORE_FACT_POST)),
        sources.of(ActiveRings.SHARED));
  }
}
