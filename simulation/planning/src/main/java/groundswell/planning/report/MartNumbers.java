package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The numbers of one community that the report shows, read from its marts and facts. */
final class MartNumbers {
  private static final List<String> COLUMNS =
      List.of(
          "first day",
          "last day",
          "members",
          "weekly active, highest",
          "monthly active, highest",
          "ties",
          "launches",
          "orders, by category",
          "units paid",
          "paid amount");

  private MartNumbers() {}

  static List<String> columns() {
    return COLUMNS;
  }

  static Map<String, String> of(Warehouse warehouse, String community) {
    var reader = new Reader(warehouse, community);
    Map<String, String> numbers = new LinkedHashMap<>();
    active(reader, numbers);
    var members = reader.rows(Table.CORE_DIM_MEMBER);
    put(numbers, "members", members.stream().map(r -> r.get("member_number")).distinct().count());
    put(numbers, "ties", ties(reader));
    put(numbers, "launches", reader.rows(Table.MART_LAUNCH).size());
    orders(reader, numbers);
    return numbers;
  }

  private static void active(Reader reader, Map<String, String> numbers) {
    var rows = reader.rows(Table.MART_ACTIVE_MEMBERS);
    if (rows.isEmpty()) {
      return;
    }
    numbers.put("first day", days(rows).min(LocalDate::compareTo).orElseThrow().toString());
    numbers.put("last day", days(rows).max(LocalDate::compareTo).orElseThrow().toString());
    put(numbers, "weekly active, highest", most(rows, WEEKLY_ACTIVE_MEMBERS));
    put(numbers, "monthly active, highest", most(rows, MONTHLY_ACTIVE_MEMBERS));
  }

  private static Stream<LocalDate> days(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> (LocalDate) row.get(EVENT_DATE));
  }

  private static double most(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToDouble(number(column)).max().orElse(0);
  }

  private static long ties(Reader reader) {
    return reader.rows(Table.MART_TIE_STRENGTH).stream()
        .filter(row -> !"none".equals(row.get(TIE_CLASS)))
        .count();
  }

  private static void orders(Reader reader, Map<String, String> numbers) {
    var rows = reader.rows(Table.MART_ORDER_ECONOMICS);
    if (rows.isEmpty()) {
      return;
    }
    put(numbers, "orders, by category", rows.stream().mapToDouble(number(ORDERS)).sum());
    put(numbers, "units paid", rows.stream().mapToDouble(number(UNITS_PAID)).sum());
    double paid = rows.stream().mapToDouble(number(PAID_AMOUNT)).sorted().sum();
    String currency = Html.text(rows.get(0).get(CURRENCY));
    if (paid > 0) {
      numbers.put("paid amount", currency + " " + Html.whole(paid));
    }
  }

  private static ToDoubleFunction<Map<String, Object>> number(String column) {
    return row -> row.get(column) instanceof Number number ? number.doubleValue() : 0;
  }

  private static void put(Map<String, String> numbers, String name, Number value) {
    if (value.doubleValue() > 0) {
      numbers.put(name, Html.whole(value));
    }
  }

  /** Published rows of one community. */
  private record Reader(Warehouse warehouse, String community) {
    List<Map<String, Object>> rows(Table table) {
      return warehouse.read(table, COMMUNITY_ID, community);
    }
  }
}
