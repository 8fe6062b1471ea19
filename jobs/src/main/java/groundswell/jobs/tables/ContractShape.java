package groundswell.jobs.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Brings rows into the columns of a contract, or says how they differ. */
final class ContractShape {
  private ContractShape() {}

  /**
   * The rows with the contract's columns in its order; refuses any other set or type of columns.
   */
  static Dataset<Row> written(Contract contract, Dataset<Row> rows) {
    StructType schema = rows.schema();
    requireSameNames(contract, schema);
    return rows.select(
        contract.columns().stream()
            .map(column -> written(contract, column, schema.apply(column.name())))
            .toArray(Column[]::new));
  }

  /** Rows of an older state of the table: a column that is younger than they are reads as null. */
  static Dataset<Row> read(Contract contract, Dataset<Row> rows) {
    List<String> stored = Arrays.asList(rows.columns());
    if (stored.equals(contract.columnNames())) {
      return rows;
    }
    return rows.select(
        contract.columns().stream()
            .map(
                column ->
                    stored.contains(column.name())
                        ? col(column.name())
                        : lit(null).cast(ContractTypes.dataType(column.type())).as(column.name()))
            .toArray(Column[]::new));
  }

  private static void requireSameNames(Contract contract, StructType schema) {
    Set<String> missing = new TreeSet<>(contract.columnNames());
    Set<String> surplus = new TreeSet<>(Arrays.asList(schema.fieldNames()));
    missing.removeAll(surplus);
    surplus.removeAll(contract.columnNames());
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw broken(
          contract,
          "the rows lack columns %s and have columns %s that it does not name"
              .formatted(missing, surplus));
    }
  }

  private static Column written(Contract contract, ContractColumn column, StructField field) {
    DataType wanted = ContractTypes.dataType(column.type());
    boolean widens =
        (wanted instanceof DecimalType && field.dataType() instanceof DecimalType)
            || (wanted.equals(DataTypes.LongType) && field.dataType().equals(DataTypes.IntegerType))
            || field.dataType().equals(DataTypes.NullType);
    if (!wanted.equals(field.dataType()) && !widens) {
      throw broken(
          contract,
          "column '%s' must be %s but is %s"
              .formatted(column.name(), column.type(), ContractTypes.name(field)));
    }
    return col(column.name()).cast(wanted).as(column.name());
  }

  private static Refusal broken(Contract contract, String sentence) {
    return new Refusal(
        ExitCode.CONTRACT_BROKEN,
        "%s: %s\n  contract: %s".formatted(contract.table(), sentence, contract.source()));
  }
}
