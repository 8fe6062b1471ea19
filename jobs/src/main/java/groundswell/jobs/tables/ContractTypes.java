package groundswell.jobs.tables;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a contract as Spark and as Iceberg say them. */
public final class ContractTypes {
  private ContractTypes() {}

  /** Spark's schema; every column nullable, because the audit, not the writer, looks for nulls. */
  public static StructType structType(Contract contract) {
    StructType type = new StructType();
    for (ContractColumn column : contract.columns()) {
      type = type.add(column.name(), dataType(column.type()), true);
    }
    return type;
  }

  /** Spark's type of a column type. */
  static DataType dataType(String type) {
    return switch (type) {
      case "string" -> DataTypes.StringType;
      case "int" -> DataTypes.IntegerType;
      case "long" -> DataTypes.LongType;
      case "double" -> DataTypes.DoubleType;
      case "boolean" -> DataTypes.BooleanType;
      case "date" -> DataTypes.DateType;
      case "timestamp" -> DataTypes.TimestampType;
      case "binary" -> DataTypes.BinaryType;
      default -> DataTypes.createDecimalType(digits(type, 0), digits(type, 1));
    };
  }

  /** Iceberg's schema. */
  static Schema schema(Contract contract) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      fields.add(
          Types.NestedField.optional(
              fields.size() + 1, column.name(), type(column.type()), column.meaning()));
    }
    return new Schema(fields);
  }

  /** Iceberg's type of a column type. */
  static Type type(String type) {
    return switch (type) {
      case "string" -> Types.StringType.get();
      case "int" -> Types.IntegerType.get();
      case "long" -> Types.LongType.get();
      case "double" -> Types.DoubleType.get();
      case "boolean" -> Types.BooleanType.get();
      case "date" -> Types.DateType.get();
      case "timestamp" -> Types.TimestampType.withZone();
      case "binary" -> Types.BinaryType.get();
      default -> Types.DecimalType.of(digits(type, 0), digits(type, 1));
    };
  }

  /** Partitioned by community and, where there is one, storage period. */
  static PartitionSpec partitions(Contract contract, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    if (contract.has("community_id")) {
      spec.identity("community_id");
      if (contract.has("period")) {
        spec.identity("period");
      }
    }
    return spec.build();
  }

  private static int digits(String decimal, int index) {
    String digits = decimal.substring(decimal.indexOf('(') + 1, decimal.indexOf(')'));
    return Integer.parseInt(digits.split(",", -1)[index]);
  }

  /** Says a Spark type as contracts do. */
  static String name(StructField field) {
    return field.dataType().simpleString().replace("bigint", "long");
  }
}
