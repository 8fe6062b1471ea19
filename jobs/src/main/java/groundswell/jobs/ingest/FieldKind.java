package groundswell.jobs.ingest;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

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

  /** True when a value is of the internal class of the type; no text is known to be a symbol. */
  boolean holds(Object value) {
    return switch (this) {
      case TEXT -> value instanceof UTF8String;
      case SYMBOL -> false;
      case INT, DATE -> value instanceof Integer;
      case LONG, INSTANT -> value instanceof Long;
      case DOUBLE -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case MONEY -> value instanceof Decimal;
    };
  }
}
