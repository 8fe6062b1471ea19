package groundswell.planning.store;

import static groundswell.schemas.Columns.*;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** The columns of a contract as Iceberg says them. */
final class ColumnTypes {
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

  private ColumnTypes() {}

  static Schema schema(Contract contract) {
    List<NestedField> fields = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      fields.add(
          NestedField.optional(
              fields.size() + 1, column.name(), type(column.type()), column.meaning()));
    }
    return new Schema(fields);
  }

  /** One scenario of one community is replaced at a time, so it has files of its own. */
  static PartitionSpec partitions(Schema schema) {
    return PartitionSpec.builderFor(schema).identity(COMMUNITY_ID).identity(SCENARIO).build();
  }

  /** A value in the type of its column. */
  static Object value(ContractColumn column, Object value) {
    return value instanceof Number number ? number(column.type(), number) : value;
  }

  private static Object number(String type, Number number) {
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      BigDecimal exact =
          number instanceof BigDecimal given ? given : BigDecimal.valueOf(number.doubleValue());
      return exact.setScale(Integer.parseInt(decimal.group(2)), RoundingMode.HALF_EVEN);
    }
    return switch (type) {
      case "int" -> Math.toIntExact(number.longValue());
      case "long" -> number.longValue();
      default -> number.doubleValue();
    };
  }

  private static Type type(String type) {
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      return Types.DecimalType.of(precision, Integer.parseInt(decimal.group(2)));
    }
    return switch (type) {
      case "string" -> Types.StringType.get();
      case "int" -> Types.IntegerType.get();
      case "long" -> Types.LongType.get();
      case "double" -> Types.DoubleType.get();
      case "boolean" -> Types.BooleanType.get();
      case "date" -> Types.DateType.get();
      case "timestamp" -> Types.TimestampType.withZone();
      default -> Types.BinaryType.get();
    };
  }
}
