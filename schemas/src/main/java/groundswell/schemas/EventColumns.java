package groundswell.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The flat columns of core.event. */
final class EventColumns {
  private EventColumns() {}

  static List<ContractColumn> of(Collection<EventType> types) {
    List<ContractColumn> columns = new ArrayList<>(envelope());
    Map<String, ContractColumn> payload = new TreeMap<>();
    for (EventType type : types) {
      for (PayloadField field : type.fields()) {
        payload.putIfAbsent(field.column(), column(field));
      }
    }
    columns.addAll(payload.values());
    return columns;
  }

  private static List<ContractColumn> envelope() {
    return Contracts.of(Table.CORE_EVENT).columns().stream()
        .takeWhile(column -> !column.name().equals("age_band"))
        .toList();
  }

  private static ContractColumn column(PayloadField field) {
    return new ContractColumn(
        field.column(),
        type(field.avroType()),
        false,
        field.meaning(),
        field.unit(),
        field.avroType().getType() == Schema.Type.ENUM
            ? field.avroType().getEnumSymbols()
            : List.of());
  }

  /** The column type of an Avro type. */
  static String type(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return "decimal(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return "timestamp";
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return "date";
    }
    return switch (schema.getType()) {
      case STRING, ENUM -> "string";
      case INT -> "int";
      case LONG -> "long";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case BYTES -> "binary";
      default -> throw new IllegalArgumentException("No column type for " + schema);
    };
  }
}
