package groundswell.jobs.ingest;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a field of an event holds. */
enum FieldKind {
  TEXT,
  SYMBOL,
  INT,
  LONG,
  DOUBLE,
  BOOLEAN,
  DATE,
  INSTANT,
  MONEY;

  /** The Spark type of its column. */
  DataType type() {
    return switch (this) {
      case TEXT, SYMBOL -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case INSTANT -> DataTypes.TimestampType;
      case MONEY -> DataTypes.createDecimalType(18, 4);
    };
  }
}
