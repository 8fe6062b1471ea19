package groundswell.jobs.marts.commerce;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.memberset.MemberSets;
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

/** What {@code mart.arpu} promises, one sentence per test. Members are active in March 2026. */
class ArpuTest extends SparkCase {
  private static final int EMPLOYEE = 7;

  private final List<Row> active = new ArrayList<>();
  private final List<Row> charges = new ArrayList<>();
  private final List<Row> lines = new ArrayList<>();

  @Test
  void revenue_is_spread_over_all_who_were_active() {
    active(1, "stable").active(2, "stable").active(3, "stable").active(4, "stable");
    charge("charged", 1, "cloud", "6").charge("charged", 1, "cloud", "6");

    assertThat(all(USERS, PAYERS, PAYER_RATE, REVENUE_PER_USER, REVENUE_PER_PAYER))
        .containsExactly(row(4L, 1L, 0.25, 3.0, 12.0));
  }

  @Test
  void who_pays_without_being_active_is_a_user() {
    active(1, "stable").charge("charged", 2, "cloud", "6");

    assertThat(all(USERS, PAYERS)).containsExactly(row(2L, 1L));
  }

  @Test
  void refunds_are_taken_off_and_advertising_comes_on_top_without_a_payer() {
    active(1, "stable");
    charge("charged", 1, "game", "10").charge("refunded", 1, "game", "4");
    charge("ad_revenue", null, "game", "2.5").charge("subscribed", 1, "game", "10");

    assertThat(all(CHARGED_AMOUNT, REFUNDED_AMOUNT, AD_REVENUE, SERVICE_REVENUE, REVENUE_PER_PAYER))
        .containsExactly(row(money("10"), money("4"), money("2.5"), money("8.5"), 6.0));
  }

  @Test
  void a_member_who_pays_for_two_services_is_one_payer_of_all() {
    active(1, "stable").charge("charged", 1, "game", "10").charge("charged", 1, "cloud", "6");

    assertThat(cells("ring = 'all'", SERVICE, PAYERS, SERVICE_REVENUE))
        .containsExactly(
            row("all", 1L, money("16")),
            row("cloud", 1L, money("6")),
            row("game", 1L, money("10")));
  }

  @Test
  void a_member_who_changes_ring_is_in_both_and_once_in_all() {
    active(1, "stable").active(1, "dev").active(2, "dev").charge("charged", 1, "game", "10");

    assertThat(cells("service = 'all'", RING, USERS, REVENUE_PER_USER))
        .containsExactly(row("all", 2L, 5.0), row("dev", 2L, 0.0), row("stable", 1L, 10.0));
  }

  @Test
  void staff_pays_money_and_is_no_payer() {
    active(1, "stable").charge("charged", EMPLOYEE, "game", "10");

    assertThat(all(USERS, PAYERS, SERVICE_REVENUE, REVENUE_PER_PAYER))
        .containsExactly(row(1L, 0L, money("10"), null));
  }

  @Test
  void the_share_of_services_is_of_all_that_came_in_for_goods_and_services() {
    active(1, "stable").charge("charged", 1, "game", "10").charge("charged", 1, "cloud", "10");
    line("stable", "2026-03-09", "100", "2026-03-20", "20");

    assertThat(cells("ring = 'all'", SERVICE, GOODS_REVENUE, REVENUE, SERVICE_SHARE))
        .containsExactly(
            row("all", money("80"), money("100"), 0.2),
            row("cloud", money("80"), money("100"), 0.1),
            row("game", money("80"), money("100"), 0.1));
  }

  @Test
  void a_month_that_paid_back_more_than_came_in_has_no_share() {
    active(1, "stable").charge("charged", 1, "game", "10");
    line("stable", "2026-02-09", "100", "2026-03-20", "20");

    assertThat(all(REVENUE, SERVICE_SHARE)).containsExactly(row(money("-10"), null));
  }

  @Test
  void advertising_alone_has_nobody_in_its_ring() {
    charge("ad_revenue", null, "game", "2");

    assertThat(cells("ring = 'unknown' AND service = 'game'", USERS, REVENUE_PER_USER, PAYER_RATE))
        .containsExactly(row(0L, null, null));
  }

  @Test
  void a_month_without_money_of_services_has_no_row() {
    active(1, "stable").line("stable", "2026-03-09", "100", null, "0");

    assertThat(cells("true", SERVICE)).isEmpty();
  }

  @Test
  void two_currencies_are_two_rows() {
    active(1, "stable").charge("charged", 1, "game", "10");
    charges.add(row("club", date("2026-03-03"), "charged", 1, "game", "stable", money("2"), "EUR"));

    assertThat(all(CURRENCY, USERS, SERVICE_REVENUE))
        .containsExactlyInAnyOrder(row("CNY", 1L, money("10")), row("EUR", 1L, money("2")));
  }

  @Test
  void the_twin_says_the_same_of_a_motley_month(@TempDir Path folder) {
    active(1, "stable").active(1, "dev").active(2, "dev").active(3, "core");
    charge("charged", 1, "game", "10").charge("charged", 5, "cloud", "0.0001");
    charge("charged", EMPLOYEE, "cloud", "8").charge("refunded", 2, "cloud", "99");
    charge("ad_revenue", null, "video", "2").charge("subscribed", 4, "reading", "10");
    charge("charged", 4, "finance", "0");
    charges.add(row("club", date("2026-04-03"), "charged", 1, "game", "dev", money("2"), "EUR"));
    charges.add(row("club", date("2026-04-03"), "refunded", 9, "game", "core", money("2"), "CNY"));
    charges.add(row("guild", date("2026-03-03"), "charged", 1, "game", "dev", money("2"), "EUR"));
    line("stable", "2026-03-09", "100", "2026-04-20", "20").line("unknown", null, "0", null, "0");
    line("honorary_beta", "2026-03-09", "7", null, "0");

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_SERVICE_CHARGE, charges())
          .with(CORE_FACT_ORDER_LINE, lines())
          .with(CORE_FACT_MEMBER_ACTIVITY, activity())
          .with(CORE_DIM_MEMBER, members())
          .assertTwin(MART_ARPU, arpu());
    }
  }

  private List<Row> all(String... columns) {
    return cells("service = 'all' AND ring = 'all'", columns);
  }

  private List<Row> cells(String condition, String... columns) {
    return arpu()
        .filter(condition)
        .orderBy(SERVICE, RING)
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private Dataset<Row> arpu() {
    return Arpu.from(charges(), lines(), memberDay(), members());
  }

  /** Active on the n-th of March, n growing, in a ring. */
  private ArpuTest active(int member, String ring) {
    active.add(row("club", date("2026-03-0" + (active.size() + 1)), member, "user", ring));
    return this;
  }

  private ArpuTest charge(String kind, Integer member, String service, String amount) {
    String ring = member == null ? "unknown" : "stable";
    charges.add(row("club", date("2026-03-03"), kind, member, service, ring, money(amount), "CNY"));
    return this;
  }

  private ArpuTest line(String ring, String paid, String amount, String back, String returned) {
    lines.add(row("club", ring, "CNY", date(paid), money(amount), date(back), money(returned)));
    return this;
  }

  private Dataset<Row> charges() {
    return table(
        CORE_FACT_SERVICE_CHARGE,
        List.of(COMMUNITY_ID, EVENT_DATE, KIND, MEMBER_NUMBER, SERVICE, RING, AMOUNT, CURRENCY),
        charges.toArray(Row[]::new));
  }

  private Dataset<Row> lines() {
    return table(
        CORE_FACT_ORDER_LINE,
        List.of(
            COMMUNITY_ID, RING, CURRENCY, PAID_DATE, PAID_AMOUNT, RETURNED_DATE, RETURNED_AMOUNT),
        lines.toArray(Row[]::new));
  }

  private Dataset<Row> memberDay() {
    return table(
            "community_id STRING, event_date DATE, member INT, actor_kind STRING, ring STRING",
            active.toArray(Row[]::new))
        .groupBy(COMMUNITY_ID, EVENT_DATE, ACTOR_KIND, RING)
        .agg(MemberSets.setOf(col("member")).as(MEMBER_BITMAP));
  }

  private Dataset<Row> activity() {
    return table(
        CORE_FACT_MEMBER_ACTIVITY,
        List.of(COMMUNITY_ID, EVENT_DATE, MEMBER_NUMBER),
        active.stream().map(day -> row(day.get(0), day.get(1), day.get(2))).toArray(Row[]::new));
  }

  /** Members with a version for each day on which they were active, and an employee. */
  private Dataset<Row> members() {
    List<Row> rows = new ArrayList<>();
    for (Row day : active) {
      Date date = day.getDate(1);
      rows.add(
          row(
              day.get(0),
              day.get(2),
              "user",
              day.get(4),
              new Timestamp(date.getTime()),
              date,
              false));
    }
    Date first = date("2026-01-01");
    rows.add(row("club", EMPLOYEE, "employee", "dev", new Timestamp(first.getTime()), first, true));
    return table(
        CORE_DIM_MEMBER,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            ACTOR_KIND,
            RING,
            VALID_FROM_TS,
            VALID_FROM_DATE,
            IS_CURRENT),
        rows.toArray(Row[]::new));
  }

  private static Date date(String day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }
}
