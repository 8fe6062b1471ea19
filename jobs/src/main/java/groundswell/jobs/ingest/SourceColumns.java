package groundswell.jobs.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Columns that a mapping reads of its rows. Two more stand behind them for expressions: the file's
 * path and the row's number.
 */
final class SourceColumns implements Serializable {
  static final String FILE = "_file";
  static final String ROW = "_row";

  private static final long serialVersionUID = 1L;

  private final StructType declared;
  private final Map<String, Integer> positions = new HashMap<>();

  SourceColumns(StructType declared) {
    this.declared = declared;
    for (StructField column : declared.fields()) {
      positions.put(column.name(), positions.size());
    }
  }

  /** The columns of a canonical format: each field of an event, as text or as its own type. */
  static SourceColumns canonical(SourceFormat format) {
    StructType schema = new StructType();
    for (EventField field : Vocabulary.released().fields()) {
      DataType type = format.isText() ? DataTypes.StringType : field.kind().type();
      schema = schema.add(field.name(), type);
    }
    return new SourceColumns(schema);
  }

  int width() {
    return declared.length();
  }

  /** Position of a column, or -1; the parts of a nested payload stand under their own names. */
  int position(String name) {
    Integer position = positions.get(name);
    if (position == null && name.startsWith("payload.")) {
      position = positions.get(name.substring("payload.".length()));
    }
    return position == null ? -1 : position;
  }

  String name(int position) {
    return declared.fields()[position].name();
  }

  DataType type(int position) {
    return declared.fields()[position].dataType();
  }

  List<String> names() {
    return new ArrayList<>(Arrays.asList(declared.fieldNames()));
  }

  /** What an expression may name. */
  StructType visible() {
    return declared.add(FILE, DataTypes.StringType).add(ROW, DataTypes.LongType);
  }
}
