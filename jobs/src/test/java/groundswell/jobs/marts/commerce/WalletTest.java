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

/** What {@code mart.wallet} promises, one sentence per test. */
class WalletTest extends SparkCase {
  private static final String NONE = null;

  private final List<Row> members = new ArrayList<>();
  private final List<Row> lines = new ArrayList<>();
  private final List<Row> charges = new ArrayList<>();
  private String lastDay = "2026-06-30";
  private String perYear = "3650";

  @Test
  void the_wallet_of_a_quarter_is_that_of_the_days_on_which_members_belonged() {
    member(1, "user", "stable", "2026-01-01", NONE).pay(1, "stable", "2026-02-02", "90");
    member(2, "user", "stable", "2026-03-22", "2026-04-02");

    assertThat(all(QUARTER_START_DATE, MEMBER_DAYS, ASSUMED_WALLET, MEMBER_SPEND, WALLET_SHARE))
        .containsExactly(
            row(date("2026-01-01"), 100L, money("1000"), money("90"), 0.09),
            row(date("2026-04-01"), 92L, money("920"), money("0"), 0.0));
  }

  @Test
  void a_member_belongs_to_one_ring_on_a_day() {
    member(1, "user", "stable", "2026-01-01", NONE).version(1, "dev", "2026-01-11");
    version(1, "core", "2026-01-11");

    assertThat(cells("quarter_start_date = '2026-01-01'", RING, MEMBER_DAYS))
        .containsExactly(row("all", 90L), row("core", 80L), row("stable", 10L));
  }

  @Test
  void spend_is_what_members_paid_for_goods_and_services_and_kept() {
    member(1, "user", "dev", "2026-01-01", NONE).member(7, "employee", "dev", "2026-01-01", NONE);
    pay(1, "dev", "2026-02-02", "90").giveBack(1, "dev", "2026-02-03", "20");
    charge(1, "charged", "7").charge(1, "refunded", "2").charge(1, "subscribed", "99");
    pay(7, "dev", "2026-02-02", "500")
        .pay(null, "dev", "2026-02-02", "500")
        .charge(7, "charged", "5");

    assertThat(
            cells("quarter_start_date = '2026-01-01' AND ring = 'dev'", GOODS_SPEND, SERVICE_SPEND))
        .containsExactly(row(money("70"), money("5")));
  }

  @Test
  void without_an_assumption_there_is_spend_and_no_share() {
    perYear = null;
    member(1, "user", "stable", "2026-04-01", NONE).pay(1, "stable", "2026-04-02", "90");

    assertThat(all(MEMBER_SPEND, CURRENCY, WALLET_ASSUMPTION_ID, ASSUMED_WALLET, WALLET_SHARE))
        .containsExactly(row(money("90"), "CNY", null, null, null));
  }

  @Test
  void orders_of_which_no_payment_is_ever_told_are_no_spend_of_nothing() {
    member(1, "user", "stable", "2026-04-01", NONE).giveBack(1, "stable", "2026-04-02", "20");

    assertThat(all(GOODS_SPEND, SERVICE_SPEND, MEMBER_SPEND, WALLET_SHARE))
        .containsExactly(row(null, money("0"), null, null));
  }

  @Test
  void money_in_a_ring_without_members_has_no_share() {
    member(1, "user", "stable", "2026-04-01", NONE).pay(1, "unknown", "2026-04-02", "90");

    assertThat(cells("ring = 'unknown'", MEMBER_DAYS, MEMBER_SPEND, WALLET_SHARE))
        .containsExactly(row(0L, money("90"), null));
  }

  @Test
  void a_quarter_is_censored_until_its_last_day() {
    member(1, "user", "stable", "2026-06-29", NONE);
    assertThat(all(MEMBER_DAYS, IS_CENSORED)).containsExactly(row(2L, false));

    lastDay = "2026-06-29";
    assertThat(all(MEMBER_DAYS, IS_CENSORED)).containsExactly(row(1L, true));
  }

  @Test
  void the_twin_says_the_same_of_a_crowd(@TempDir Path folder) {
    lastDay = "2026-08-15";
    perYear = "1234.5678";
    for (int number = 0; number < 40; number++) {
      String joined = "202%d-%02d-%02d".formatted(4 + number % 3, 1 + number % 7, 1 + number % 27);
      member(number, number % 9 == 0 ? "bot" : "user", "stable", joined, NONE);
      version(number, number % 2 == 0 ? "dev" : "core", "2026-0%d-11".formatted(1 + number % 6));
      pay(number, "dev", "2026-0%d-28".formatted(1 + number % 8), "9.99");
    }
    member(50, "user", "dev", "2026-05-05", "2026-05-05");
    member(51, "user", "dev", "2026-05-05", "2026-05-01").member(52, "user", "dev", NONE, NONE);
    pay(null, "dev", "2026-02-02", "500").giveBack(3, "honorary_beta", "2026-02-02", "5");
    charge(4, "charged", "7").charge(9, "charged", "7").charge(5, "refunded", "2");

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_ORDER_LINE, lines())
          .with(CORE_FACT_SERVICE_CHARGE, charges())
          .with(CORE_DIM_MEMBER, members())
          .with(CORE_DIM_COMMUNITY, communities())
          .with(MART_TIE_FUNNEL, funnel())
          .assertTwin(MART_WALLET, wallet());
    }
  }

  private List<Row> all(String... columns) {
    return cells("ring = 'all'", columns);
  }

  private List<Row> cells(String condition, String... columns) {
    return wallet()
        .filter(condition)
        .orderBy(QUARTER_START_DATE, RING)
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private Dataset<Row> wallet() {
    Dataset<Row> economics =
        lines().groupBy(COMMUNITY_ID, CURRENCY).agg(functions.sum(PAID_AMOUNT).as(PAID_AMOUNT));
    Dataset<Row> spending = Wallet.spending(lines(), charges(), members());
    return Wallet.from(spending, members(), Wallet.purses(communities(), economics, funnel()));
  }

  /** A member in a ring, whose first version begins with joining. */
  private WalletTest member(int number, String kind, String ring, String joined, String left) {
    String since = joined == null ? "2026-01-01" : joined;
    members.add(
        row("club", number, kind, ring, at(since), date(since), date(joined), date(left), true));
    return this;
  }

  /** Another ring from a day on; of two from one day the later counts. */
  private WalletTest version(int number, String ring, String since) {
    Row first =
        members.stream().filter(member -> member.getInt(1) == number).findFirst().orElseThrow();
    Timestamp instant = Timestamp.from(at(since).toInstant().plusSeconds(members.size()));
    members.add(
        row(
            "club",
            number,
            first.get(2),
            ring,
            instant,
            date(since),
            first.get(6),
            first.get(7),
            false));
    return this;
  }

  private WalletTest pay(Integer member, String ring, String day, String amount) {
    lines.add(row("club", member, ring, "CNY", date(day), money(amount), null, money("0")));
    return this;
  }

  private WalletTest giveBack(Integer member, String ring, String day, String amount) {
    lines.add(row("club", member, ring, "CNY", null, money("0"), date(day), money(amount)));
    return this;
  }

  private WalletTest charge(Integer member, String kind, String amount) {
    charges.add(row("club", member, "dev", kind, date("2026-03-31"), money(amount), "CNY"));
    return this;
  }

  private Dataset<Row> lines() {
    return table(
        CORE_FACT_ORDER_LINE,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            RING,
            CURRENCY,
            PAID_DATE,
            PAID_AMOUNT,
            RETURNED_DATE,
            RETURNED_AMOUNT),
        lines.toArray(Row[]::new));
  }

  private Dataset<Row> charges() {
    return table(
        CORE_FACT_SERVICE_CHARGE,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, RING, KIND, EVENT_DATE, AMOUNT, CURRENCY),
        charges.toArray(Row[]::new));
  }

  private Dataset<Row> members() {
    return table(
        CORE_DIM_MEMBER,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            ACTOR_KIND,
            RING,
            VALID_FROM_TS,
            VALID_FROM_DATE,
            JOINED_DATE,
            LEFT_DATE,
            IS_CURRENT),
        members.toArray(Row[]::new));
  }

  private Dataset<Row> communities() {
    boolean assumes = perYear != null;
    return table(
        CORE_DIM_COMMUNITY,
        List.of(
            COMMUNITY_ID, CURRENCY, WALLET_ASSUMPTION_ID, WALLET_PER_MEMBER_YEAR, WALLET_CURRENCY),
        row(
            "club",
            "CNY",
            assumes ? "a" : null,
            assumes ? money(perYear) : null,
            assumes ? "CNY" : null));
  }

  private Dataset<Row> funnel() {
    return table(MART_TIE_FUNNEL, List.of(COMMUNITY_ID, EVENT_DATE), row("club", date(lastDay)));
  }

  private static Timestamp at(String day) {
    return Timestamp.valueOf(day + " 00:00:01");
  }

  private static Date date(String day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }
}
