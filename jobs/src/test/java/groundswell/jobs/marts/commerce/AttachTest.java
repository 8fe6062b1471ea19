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

/** What {@code mart.attach} promises, one sentence per test. The device is a phone. */
class AttachTest extends SparkCase {
  private final List<Row> lines = new ArrayList<>();
  private final List<Row> members = new ArrayList<>();
  private String lastDay = "2026-12-31";

  @Test
  void what_is_ordered_up_to_k_months_after_the_device_is_attached() {
    phone(1, "2026-01-10").phone(2, "2026-01-20");
    buy(1, "case", "2026-01-10").buy(2, "case", "2026-02-20").buy(2, "doll", "2026-02-21");

    assertThat(cells("months_since <= 2 AND category = 'case'", MONTHS_SINCE, ATTACHED_BUYERS))
        .containsExactly(row(0, 1L), row(1, 2L), row(2, 2L));
    assertThat(cells("months_since <= 2 AND category = 'doll'", MONTHS_SINCE, ATTACH_RATE))
        .containsExactly(row(0, 0.0), row(1, 0.0), row(2, 0.5));
  }

  @Test
  void what_was_ordered_before_the_device_is_not_attached() {
    phone(1, "2026-01-10").buy(1, "case", "2026-01-09");

    assertThat(cells("months_since = 11", CATEGORY, ATTACHED_BUYERS, ATTACHED_UNITS))
        .containsExactly(row("case", 0L, 0L));
  }

  @Test
  void units_are_set_against_all_devices_of_the_window() {
    phone(1, "2026-01-10").phone(1, "2026-02-10");
    buy(1, "case", "2026-01-11").buy(1, "case", "2026-01-12").buy(1, "case", "2026-01-13");

    assertThat(
            cells(
                "months_since = 1", DEVICE_BUYERS, DEVICE_UNITS, ATTACHED_BUYERS, UNITS_PER_DEVICE))
        .containsExactly(row(1L, 2L, 1L, 1.5));
  }

  @Test
  void what_came_back_whole_or_was_cancelled_was_not_purchased() {
    phone(1, "2026-01-10").add(1, "case", "2026-01-11", 2, 2, false, "6");
    add(1, "case", "2026-01-11", 1, 0, true, "6").add(1, "case", "2026-01-12", 3, 1, false, "6");

    assertThat(cells("months_since = 1", ATTACHED_UNITS, ATTACHED_MARGIN))
        .containsExactly(row(2L, money("8"))); // 30 paid, 10 given back, 2 of 6 kept
  }

  @Test
  void one_line_without_cost_or_in_another_currency_leaves_the_margin_unknown() {
    phone(1, "2026-01-10").buy(1, "case", "2026-01-11");
    add(1, "case", "2026-01-12", 1, 0, false, null);
    phone(2, "2026-03-10").buy(2, "case", "2026-03-11");
    lines.add(line("club", 2, "case", "2026-03-11", 1, 0, false, "6", "EUR"));

    assertThat(cells("months_since IN (0, 1)", ATTACHED_MARGIN))
        .containsExactly(row(money("0")), row((Object) null), row(money("0")), row((Object) null));
  }

  @Test
  void the_lift_compares_with_members_who_have_no_device_yet() {
    phone(1, "2026-01-10").buy(1, "case", "2026-01-11").phone(2, "2026-01-10");
    member(3).member(4).member(5).member(6).buy(3, "case", "2026-01-16");
    phone(7, "2026-02-20").buy(7, "case", "2026-01-20").buy(4, "case", "2026-01-14");

    assertThat(
            cells(
                "first_device_month = '2026-01-01' AND months_since = 1",
                NON_OWNERS,
                NON_OWNER_BUYERS,
                NON_OWNER_RATE,
                RELATEDNESS_LIFT))
        .containsExactly(row(5L, 2L, 0.4, 1.25));
    assertThat(
            cells(
                "first_device_month = '2026-01-01' AND months_since = 2",
                NON_OWNERS,
                NON_OWNER_BUYERS))
        .containsExactly(row(4L, 1L));
  }

  @Test
  void who_was_no_member_on_the_15th_does_not_stand_aside() {
    phone(1, "2026-01-10").buy(1, "case", "2026-01-11");
    members.add(person("club", 3, "user", "2026-01-16", null));
    members.add(person("club", 4, "user", "2025-01-16", "2026-01-15"));
    members.add(person("club", 5, "user", null, null));

    assertThat(cells("months_since = 1", NON_OWNERS, NON_OWNER_RATE, RELATEDNESS_LIFT))
        .containsExactly(row(0L, null, null));
  }

  @Test
  void staff_guests_and_members_of_a_community_without_a_device_do_not_count() {
    members.add(person("club", 1, "employee", "2025-01-01", null));
    lines.add(line("club", 1, "phone", "2026-01-10", 1, 0, false, "6", "CNY"));
    lines.add(line("club", null, "phone", "2026-01-10", 1, 0, false, "6", "CNY"));
    members.add(person("forum", 1, "user", "2025-01-01", null));
    lines.add(line("forum", 1, "phone", "2026-01-10", 1, 0, false, "6", "CNY"));
    lines.add(line("forum", 1, "case", "2026-01-10", 1, 0, false, "6", "CNY"));

    assertThat(cells("true", CATEGORY)).isEmpty();
  }

  @Test
  void cells_reach_as_far_as_data_do_and_say_so_while_they_may_grow() {
    phone(1, "2026-01-10").buy(1, "case", "2026-01-11");
    lastDay = "2026-03-15";

    assertThat(cells("true", MONTHS_SINCE, IS_CENSORED))
        .containsExactly(row(0, false), row(1, false), row(2, true));
  }

  @Test
  void the_twin_says_the_same_of_a_busy_shop(@TempDir Path folder) {
    lastDay = "2026-05-30";
    String[] categories = {"phone", "case", "doll", "earphone", "phone", "unknown"};
    for (int step = 0; step < 120; step++) {
      String day = "2026-0%d-%02d".formatted(1 + step * 7 % 5, 1 + step * 11 % 28);
      String cost = step % 17 == 0 ? null : "6.0001";
      String category = categories[step % 6];
      add(step * 5 % 23, category, day, 1 + step % 3, step % 4, step % 13 == 0, cost);
    }
    member(40).member(41);
    members.add(person("club", 42, "user", "2026-02-16", null));
    members.add(person("club", 43, "user", "2025-01-16", "2026-02-15"));
    lines.add(line("club", 42, "doll", "2026-02-28", 1, 0, false, "6", "EUR"));
    lines.add(line("club", null, "phone", "2026-01-31", 1, 0, false, "6", "CNY"));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_ORDER_LINE, lines())
          .with(CORE_DIM_MEMBER, members())
          .with(CORE_DIM_COMMUNITY, communities())
          .with(MART_TIE_FUNNEL, funnel())
          .assertTwin(MART_ATTACH, attach());
    }
  }

  private List<Row> cells(String condition, String... columns) {
    return attach()
        .filter(condition)
        .orderBy(FIRST_DEVICE_MONTH, MONTHS_SINCE, CATEGORY)
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private Dataset<Row> attach() {
    return Attach.from(lines(), members(), communities(), funnel());
  }

  private AttachTest phone(int member, String day) {
    return add(member, "phone", day, 1, 0, false, "6");
  }

  private AttachTest buy(int member, String category, String day) {
    return add(member, category, day, 1, 0, false, "6");
  }

  /** A line at 10 a unit, paid unless it was cancelled; what comes back is paid back. */
  private AttachTest add(
      int member,
      String category,
      String day,
      int quantity,
      int returned,
      boolean isCancelled,
      String cost) {
    lines.add(line("club", member, category, day, quantity, returned, isCancelled, cost, "CNY"));
    return member(member);
  }

  private AttachTest member(int number) {
    Row person = person("club", number, "user", "2025-01-01", null);
    if (!members.contains(person)) {
      members.add(person);
    }
    return this;
  }

  private static Row person(String community, int number, String kind, String joined, String left) {
    return row(community, number, kind, date(joined), date(left), true);
  }

  private static Row line(
      String community,
      Integer member,
      String category,
      String day,
      int quantity,
      int returned,
      boolean isCancelled,
      String cost,
      String currency) {
    Timestamp noon = Timestamp.valueOf(day + " 12:00:00");
    return row(
        community,
        member,
        category,
        date(day),
        quantity,
        returned,
        noon,
        isCancelled ? null : noon,
        isCancelled ? noon : null,
        money(isCancelled ? "0" : String.valueOf(10 * quantity)),
        money(String.valueOf(10 * returned)),
        cost == null ? null : money(cost),
        currency);
  }

  private Dataset<Row> lines() {
    return table(
        CORE_FACT_ORDER_LINE,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            CATEGORY,
            ORDER_DATE,
            QUANTITY,
            RETURNED_QUANTITY,
            PLACED_TS,
            PAID_TS,
            CANCELLED_TS,
            PAID_AMOUNT,
            RETURNED_AMOUNT,
            UNIT_COST,
            CURRENCY),
        lines.toArray(Row[]::new));
  }

  private Dataset<Row> members() {
    return table(
        CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, JOINED_DATE, LEFT_DATE, IS_CURRENT),
        members.toArray(Row[]::new));
  }

  private static Dataset<Row> communities() {
    return table(
        CORE_DIM_COMMUNITY,
        List.of(COMMUNITY_ID, CURRENCY, ADOPTION_SKU_CATEGORY),
        row("club", "CNY", "phone"),
        row("forum", "CNY", null));
  }

  private Dataset<Row> funnel() {
    return table(
        MART_TIE_FUNNEL,
        List.of(COMMUNITY_ID, EVENT_DATE),
        row("club", date(lastDay)),
        row("forum", date(lastDay)));
  }

  private static Date date(String day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }
}
