package groundswell.jobs.fold;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The values of a row, to be changed and made a row again. */
public final class Values {
  private Values() {}

  /** The first values of the row, as many as the schema has fields. */
  public static Object[] of(InternalRow row, StructType schema) {
    StructField[] fields = schema.fields();
    Object[] values = new Object[fields.length];
    for (int place = 0; place < fields.length; place++) {
      values[place] = row.isNullAt(place) ? null : row.get(place, fields[place].dataType());
    }
    return values;
  }
}
