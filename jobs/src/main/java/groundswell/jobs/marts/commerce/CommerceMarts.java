package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Table.*;

import groundswell.jobs.marts.mart.Mart;
import groundswell.jobs.marts.mart.MartSources;
import groundswell.jobs.marts.mart.SharedRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is sold, how fast, and what remains of it. */
public final class CommerceMarts {
  private static final SharedRows LAUNCH_EVENTS = sources -> sources.of(CORE_FACT_LAUNCH_EVENT);

  private CommerceMarts() {}

  public static List<Mart> all() {
    return List.of(
        Mart.of(
            MART_LAUNCH, sources -> Launch.from(sources.of(LAUNCH_EVENTS)), CORE_FACT_LAUNCH_EVENT),
        Mart.of(
            MART_LAUNCH_CURVE,
            sources -> LaunchCurve.from(sources.of(LAUNCH_EVENTS)),
            CORE_FACT_LAUNCH_EVENT),
        Mart.of(
            MART_ORDER_ECONOMICS,
            sources -> OrderEconomics.from(sources.of(CORE_FACT_ORDER_LINE)),
            CORE_FACT_ORDER_LINE),
        Mart.of(
            MART_ARPU,
            CommerceMarts::arpu,
            CORE_FACT_SERVICE_CHARGE,
            CORE_FACT_ORDER_LINE,
            CORE_FACT_MEMBER_DAY,
            CORE_DIM_MEMBER),
        Mart.of(
            MART_ATTACH,
            CommerceMarts::attach,
            CORE_FACT_ORDER_LINE,
            CORE_DIM_MEMBER,
            CORE_DIM_COMMUNITY,
            MART_TIE_FUNNEL),
        Mart.of(
            MART_LTV,
            CommerceMarts::ltv,
            CORE_FACT_ORDER_LINE,
            CORE_FACT_SERVICE_CHARGE,
            CORE_DIM_MEMBER,
            MART_TIE_FUNNEL),
        Mart.of(
            MART_WALLET,
            CommerceMarts::wallet,
            CORE_FACT_ORDER_LINE,
            CORE_FACT_SERVICE_CHARGE,
            CORE_DIM_MEMBER,
            CORE_DIM_COMMUNITY,
            MART_ORDER_ECONOMICS,
            MART_TIE_FUNNEL));
  }

  private static Dataset<Row> wallet(MartSources sources) {
    Dataset<Row> spending =
        Wallet.spending(
            sources.of(CORE_FACT_ORDER_LINE),
            sources.of(CORE_FACT_SERVICE_CHARGE),
            sources.of(CORE_DIM_MEMBER));
    Dataset<Row> purses =
        Wallet.purses(
            sources.of(CORE_DIM_COMMUNITY),
            sources.of(MART_ORDER_ECONOMICS),
            sources.of(MART_TIE_FUNNEL));
    return Wallet.from(spending, sources.of(CORE_DIM_MEMBER), purses);
  }

  private static Dataset<Row> ltv(MartSources sources) {
    return Ltv.from(
        sources.of(CORE_FACT_ORDER_LINE),
        sources.of(CORE_FACT_SERVICE_CHARGE),
        sources.of(CORE_DIM_MEMBER),
        sources.of(MART_TIE_FUNNEL));
  }

  private static Dataset<Row> attach(MartSources sources) {
    return Attach.from(
        sources.of(CORE_FACT_ORDER_LINE),
        sources.of(CORE_DIM_MEMBER),
        sources.of(CORE_DIM_COMMUNITY),
        sources.of(MART_TIE_FUNNEL));
  }

  private static Dataset<Row> arpu(MartSources sources) {
    return Arpu.from(
        sources.of(CORE_FACT_SERVICE_CHARGE),
        sources.of(CORE_FACT_ORDER_LINE),
        sources.of(CORE_FACT_MEMBER_DAY),
        sources.of(CORE_DIM_MEMBER));
  }
}
