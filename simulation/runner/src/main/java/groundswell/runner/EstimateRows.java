package groundswell.runner;

import groundswell.jobs.tables.Tables;
import groundswell.planning.bundle.Estimate;
import groundswell.schemas.Table;
import java.sql.Date;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Estimates as rows of {@code calibration.estimate} and {@code calibration.launch}. */
final class EstimateRows {
  private final SparkSession spark;
  private final Tables tables;

  EstimateRows(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  Dataset<Row> wordOfMouth(List<CommunityCalibration> results) {
    return rows(Table.CALIBRATION_ESTIMATE, results, CommunityCalibration::wordOfMouth);
  }

  Dataset<Row> launches(List<CommunityCalibration> results) {
    return rows(Table.CALIBRATION_LAUNCH, results, CommunityCalibration::launches);
  }

  private Dataset<Row> rows(
      Table table,
      List<CommunityCalibration> results,
      Function<CommunityCalibration, List<Estimate>> estimates) {
    List<Row> rows =
        results.stream()
            .flatMap(
                result -> estimates.apply(result).stream().map(estimate -> row(result, estimate)))
            .toList();
    return spark.createDataFrame(rows, tables.read(table).schema());
  }

  private static Row row(CommunityCalibration result, Estimate estimate) {
    return RowFactory.create(
        result.communityId(),
        estimate.subject(),
        estimate.parameter(),
        estimate.unit(),
        estimate.value(),
        estimate.low(),
        estimate.high(),
        estimate.level(),
        estimate.n(),
        estimate.method(),
        Date.valueOf(result.windowStart()),
        Date.valueOf(result.windowEnd()),
        result.bundle());
  }
}
