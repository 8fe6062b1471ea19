package groundswell.planning.store;

import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of one table on their way into the warehouse; values in the types of the contract. */
public final class Rows {
  private final Table table;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Object> common;

  /** Rows that share some columns, such as scenario and run. */
  public Rows(Table table, Map<String, Object> common) {
    this.table = table;
    this.common = Map.copyOf(common);
  }

  /** Begins a row; columns that are not set stay null. */
  public Row add() {
    Row row = new Row(new LinkedHashMap<>(common));
    rows.add(row.values);
    return row;
  }

  public Table table() {
    return table;
  }

  public List<Map<String, Object>> list() {
    return rows;
  }

  /** Sets the columns of one row. */
  public static final class Row {
    private final Map<String, Object> values;

    private Row(Map<String, Object> values) {
      this.values = values;
    }

    public Row set(String column, Object value) {
      values.put(column, value);
      return this;
    }

    /** A number that may be missing: NaN becomes null. */
    public Row setNumber(String column, double value) {
      values.put(column, Double.isNaN(value) ? null : value);
      return this;
    }
  }
}
