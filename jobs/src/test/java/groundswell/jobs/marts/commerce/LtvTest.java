package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.ltv} promises, one sentence per test. Every unit is sold at 10. */
class LtvTest extends SparkCase {
  private static final int EMPLOYEE = 97;

  private final List<Row> lines = new ArrayList<>();
  private final List<Row> charges = new ArrayList<>();
  private String lastDay = "2026-12-31";

  @Test
  void margin_adds_up_from_the_first_purchase_on() {
    order(1, "2026-01-10").paid("2026-01-11").cost("6");
    order(1, "2026-02-10").paid("2026-02-10").cost("6");
    order(2, "2026-01-20").paid("2026-01-20").cost("8");

    assertThat(
            cells("months_since <= 1", COHORT_BUYERS, PURCHASE_DAYS, NET_REVENUE, MARGIN_PER_BUYER))
        .containsExactly(row(2L, 2L, money("10"), 1.0), row(2L, 3L, money("30"), 5.0));
  }

  @Test
  void a_return_is_charged_when_it_is_paid_back_and_gives_its_cost_back() {
    order(1, "2026-01-10").paid("2026-01-10").cost("6").returned(1, "2026-03-10");

    assertThat(cells("months_since IN (1, 2)", NET_REVENUE, COST_OF_GOODS, MARGIN))
        .containsExactly(
            row(money("10"), money("6"), money("4")), row(money("0"), money("0"), money("0")));
  }

  @Test
  void one_unit_without_cost_leaves_the_margin_unknown_from_there_on() {
    order(1, "2026-01-10").paid("2026-01-10").cost("6");
    order(1, "2026-02-11").paid("2026-02-11");

    assertThat(cells("months_since IN (1, 2)", MARGIN, MARGIN_PER_BUYER, NET_REVENUE))
        .containsExactly(row(money("4"), 4.0, money("10")), row(null, null, money("20")));
  }

  @Test
  void of_a_source_without_payments_only_purchases_are_known() {
    order(1, "2026-01-10");

    assertThat(cells("months_since = 1", PURCHASED_AMOUNT, NET_REVENUE, MARGIN))
        .containsExactly(row(money("10"), null, null));
  }

  @Test
  void two_orders_of_a_day_are_one_day_and_a_cancelled_one_is_none() {
    order(1, "2026-01-10").order(1, "2026-01-10").order(1, "2026-01-12").cancelled();
    order(2, "2026-01-12").cancelled();

    assertThat(cells("months_since = 11", COHORT_BUYERS, PURCHASE_DAYS, PURCHASED_AMOUNT))
        .containsExactly(row(1L, 1L, money("20")));
  }

  @Test
  void services_count_from_the_first_purchase_on_and_less_what_was_refunded() {
    order(1, "2026-01-10");
    charge("charged", 1, "2026-01-09", "50").charge("charged", 1, "2026-01-10", "7");
    charge("refunded", 1, "2026-01-12", "2").charge("subscribed", 1, "2026-01-12", "99");
    charge("charged", 2, "2026-01-12", "99");

    assertThat(cells("months_since <= 1", SERVICE_PAYMENTS, SERVICE_PAYMENTS_PER_BUYER))
        .containsExactly(row(money("7"), 7.0), row(money("5"), 5.0));
  }

  @Test
  void cells_reach_as_far_as_data_do_and_say_so_while_they_may_grow() {
    order(1, "2026-01-10");
    lastDay = "2026-03-01";

    assertThat(cells("true", MONTHS_SINCE, IS_CENSORED))
        .containsExactly(row(0, false), row(1, false), row(2, true));
  }

  @Test
  void guests_and_staff_are_no_buyers() {
    order(EMPLOYEE, "2026-01-10").order(null, "2026-01-10");

    assertThat(cells("true", COHORT_BUYERS)).isEmpty();
  }

  @Test
  void the_twin_says_the_same_of_a_busy_shop(@TempDir Path folder) {
    lastDay = "2026-05-30";
    for (int step = 0; step < 90; step++) {
      String day = "2026-0%d-%02d".formatted(1 + step * 7 % 5, 1 + step * 11 % 31 % 28);
      order(step * 5 % 23, day);
      if (step % 7 == 0) {
        cancelled();
      } else if (step % 11 != 0) {
        paid("2026-0%d-28".formatted(1 + step * 7 % 5));
      }
      if (step % 5 != 0 || step < 40) {
        cost("6.0001");
      }
      if (step % 6 == 0) {
        returned(1, "2026-05-29");
      }
    }
    order(EMPLOYEE, "2026-01-10").paid("2026-01-10").order(null, "2026-01-10").paid("2026-01-10");
    order(31, "2026-01-31").currency("EUR").order(32, "2026-01-31").currency("EUR");
    charge("charged", 31, "2026-02-28", "7").charge("refunded", 5, "2026-05-12", "2");
    charge("charged", 1, "2025-02-28", "7").charge("charged", 40, "2026-02-28", "7");

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_ORDER_LINE, lines())
          .with(CORE_FACT_SERVICE_CHARGE, charges())
          .with(CORE_DIM_MEMBER, members())
          .with(MART_TIE_FUNNEL, funnel())
          .assertTwin(MART_LTV, ltv());
    }
  }

  private List<Row> cells(String condition, String... columns) {
    return ltv()
        .filter(condition)
        .orderBy(FIRST_PURCHASE_MONTH, CURRENCY, MONTHS_SINCE)
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private Dataset<Row> ltv() {
    return Ltv.from(lines(), charges(), members(), funnel());
  }

  /** A line of one unit, not paid; what follows in the sentence changes it. */
  private LtvTest order(Integer member, String day) {
    Timestamp noon = Timestamp.valueOf(day + " 12:00:00");
    lines.add(
        row(
            "club",
            member,
            date(day),
            noon,
            null,
            1,
            0,
            money("10"),
            money("0"),
            "CNY",
            null,
            money("0"),
            null,
            money("0"),
            null));
    return this;
  }

  private LtvTest cancelled() {
    return change(4, Timestamp.valueOf("2026-06-01 12:00:00"));
  }

  private LtvTest paid(String day) {
    return change(10, date(day)).change(11, money("10"));
  }

  private LtvTest returned(int units, String day) {
    return change(6, units).change(12, date(day)).change(13, money("10"));
  }

  private LtvTest cost(String cost) {
    return change(14, money(cost));
  }

  private LtvTest currency(String currency) {
    return change(9, currency);
  }

  private LtvTest change(int place, Object value) {
    Row last = lines.remove(lines.size() - 1);
    Object[] values = new Object[last.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = index == place ? value : last.get(index);
    }
    lines.add(row(values));
    return this;
  }

  private LtvTest charge(String kind, int member, String day, String amount) {
    charges.add(row("club", member, kind, date(day), money(amount), "CNY"));
    return this;
  }

  private Dataset<Row> lines() {
    return table(
        CORE_FACT_ORDER_LINE,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            ORDER_DATE,
            PLACED_TS,
            CANCELLED_TS,
            QUANTITY,
            RETURNED_QUANTITY,
            UNIT_PRICE,
            DISCOUNT,
            CURRENCY,
            PAID_DATE,
            PAID_AMOUNT,
            RETURNED_DATE,
            RETURNED_AMOUNT,
            UNIT_COST),
        lines.toArray(Row[]::new));
  }

  private Dataset<Row> charges() {
    return table(
        CORE_FACT_SERVICE_CHARGE,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, KIND, EVENT_DATE, AMOUNT, CURRENCY),
        charges.toArray(Row[]::new));
  }

  /** Members 0 to 50 and an employee. */
  private static Dataset<Row> members() {
    List<Row> rows = new ArrayList<>();
    for (int member = 0; member <= 50; member++) {
      rows.add(row("club", member, "user", true));
    }
    rows.add(row("club", 1, "user", false));
    rows.add(row("club", EMPLOYEE, "employee", true));
    return table(
        CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, IS_CURRENT),
        rows.toArray(Row[]::new));
  }

  private Dataset<Row> funnel() {
    return table(MART_TIE_FUNNEL, List.of(COMMUNITY_ID, EVENT_DATE), row("club", date(lastDay)));
  }

  private static Date date(String day) {
    return Date.valueOf(day);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }
}
