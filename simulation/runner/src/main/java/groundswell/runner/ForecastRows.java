package groundswell.runner;

import groundswell.jobs.launch.Workbench;
import groundswell.planning.calibrate.BgNbd;
import groundswell.planning.calibrate.BgNbdFit;
import groundswell.planning.calibrate.LtvForecast;
import groundswell.planning.calibrate.LtvForecast.Outlook;
import groundswell.runner.PurchaseReader.Cohort;
import groundswell.schemas.Table;
import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Forecasts of cohorts as rows of {@code calibration.ltv_forecast}. */
final class ForecastRows {
  private ForecastRows() {}

  /** Reads the cohorts of the communities, fits each, looks ahead. */
  static Dataset<Row> of(Workbench workbench, Collection<String> communities) {
    List<Row> rows =
        new PurchaseReader(workbench.tables(), communities)
            .cohorts().entrySet().stream()
                .map(cohort -> row(cohort.getKey(), LtvForecast.of(cohort.getValue())))
                .toList();
    return workbench
        .spark()
        .createDataFrame(rows, workbench.tables().read(Table.CALIBRATION_LTV_FORECAST).schema());
  }

  private static Row row(Cohort cohort, LtvForecast forecast) {
    return RowFactory.create(
        cohort.communityId(),
        Date.valueOf(cohort.month()),
        Date.valueOf(cohort.asOf()),
        forecast.buyers(),
        forecast.repeatBuyers(),
        forecast.repeatDays(),
        forecast.recencyDays(),
        forecast.ageDays(),
        ofModel(forecast, BgNbd::r),
        ofModel(forecast, BgNbd::alpha),
        ofModel(forecast, BgNbd::a),
        ofModel(forecast, BgNbd::b),
        forecast.fit().map(BgNbdFit::logLikelihood).orElse(null),
        forecast.fit().map(BgNbdFit::largestSlope).orElse(null),
        forecast.fit().map(BgNbdFit::isConverged).orElse(null),
        LtvForecast.DAYS,
        forecast.outlook().map(Outlook::purchaseDays).orElse(null),
        forecast.outlook().map(ahead -> ahead.purchaseDays() / forecast.buyers()).orElse(null),
        forecast.outlook().map(Outlook::activeBuyers).orElse(null));
  }

  private static Double ofModel(LtvForecast forecast, ToDoubleFunction<BgNbd> parameter) {
    return forecast.fit().map(fit -> parameter.applyAsDouble(fit.model())).orElse(null);
  }
}
