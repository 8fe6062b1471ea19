package groundswell.jobs.facts;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** First day of the storage period (day, month or year) that a date lies in. */
final class StoragePeriod {
  private StoragePeriod() {}

  static Column of(Column date, Column storagePeriod) {
    return when(storagePeriod.equalTo("year"), trunc(date, "year"))
        .when(storagePeriod.equalTo("month"), trunc(date, "month"))
        .otherwise(date);
  }
}
