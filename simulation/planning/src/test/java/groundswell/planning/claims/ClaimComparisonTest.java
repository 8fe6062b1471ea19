package groundswell.planning.claims;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rows of a small community say of the shipped claims. */
class ClaimComparisonTest {
  private final ClaimComparison comparison =
      new ClaimComparison(ClaimMeasures.shipped(), List.of("hamlet"));

  @Test
  void the_members_of_a_ring_are_those_of_its_last_week() {
    ring("2026-01-05", 40);
    ring("2026-01-12", 90);

    ClaimGap gap = gap("C08", Table.MART_RING_LADDER);

    assertThat(gap.measured().value()).hasValue(90);
    assertThat(gap.claim().range().position(90)).isEqualTo("below");
    assertThat(gap.claim().range().gap(90)).isEqualTo(-10);
    assertThat(gap.claim().range().ratio(90)).isEqualTo(0.9);
  }

  @Test
  void a_claim_that_runs_from_one_figure_to_another_agrees_with_all_between() {
    meetup("2026-01-01");
    meetup("2026-01-13");
    meetup("2026-01-21");

    ClaimGap gap = gap("C15", Table.MART_MEETUP);

    assertThat(gap.measured().value()).hasValue(10);
    assertThat(gap.measured().denominator()).contains(BigDecimal.valueOf(2));
    assertThat(gap.claim().range().position(10)).isEqualTo("within");
    assertThat(gap.claim().range().gap(10)).isZero();
  }

  @Test
  void one_meetup_has_no_interval() {
    meetup("2026-01-01");

    assertThat(gap("C15", Table.MART_MEETUP).measured().absence()).contains(Absence.NO_BASE);
  }

  @Test
  void conflicting_claims_are_measured_alike_and_judged_apart() {
    sale(600L);
    sale(300L);
    sale(null);

    ClaimGap exact = gap("C48", Table.MART_LAUNCH);
    ClaimGap atMost = gap("C49", Table.MART_LAUNCH);

    assertThat(exact.measured()).isEqualTo(atMost.measured());
    assertThat(exact.measured().value()).hasValue(450);
    assertThat(exact.claim().range().position(450)).isEqualTo("above");
    assertThat(atMost.claim().range().position(450)).isEqualTo("within");
  }

  @Test
  void money_counts_in_the_currency_of_the_claim_alone() {
    order("2026-01-01", "EUR", "3", "60");
    order("2026-01-02", "CNY", "1", "20");

    assertThat(gap("C38", Table.MART_ORDER_ECONOMICS).measured().value()).hasValue(20);
  }

  @Test
  void money_in_no_currency_of_the_claim_is_no_metric() {
    order("2026-01-01", "EUR", "3", "60");

    assertThat(gap("C38", Table.MART_ORDER_ECONOMICS).measured())
        .isEqualTo(Measured.absent(Absence.OTHER_CURRENCY));
  }

  @Test
  void a_share_of_money_needs_no_currency_but_one_alone() {
    order("2026-01-01", "EUR", "3", "60");
    assertThat(gap("C31", Table.MART_ORDER_ECONOMICS).measured().value()).hasValue(0.05);

    order("2026-01-02", "CNY", "1", "20");
    assertThat(gap("C31", Table.MART_ORDER_ECONOMICS).measured().absence())
        .contains(Absence.OTHER_CURRENCY);
  }

  @Test
  void a_row_without_its_cost_is_in_no_margin() {
    order("2026-01-01", "EUR", "3", "60");
    order("2026-01-02", "EUR", null, "40");

    Measured margin = gap("C31", Table.MART_ORDER_ECONOMICS).measured();

    assertThat(margin.rows()).isEqualTo(1);
    assertThat(margin.last()).contains(LocalDate.parse("2026-01-01"));
  }

  @Test
  void the_best_day_adds_up_the_rows_of_a_day() {
    order("2026-01-01", "EUR", "3", "60");
    order("2026-01-01", "EUR", "3", "60");
    order("2026-01-02", "EUR", "3", "60");

    assertThat(gap("C57", Table.MART_ORDER_ECONOMICS).measured().value()).hasValue(20);
  }

  @Test
  void posts_per_day_are_of_all_days_from_the_first_to_the_last() {
    posts("2026-01-01", "forum", 30);
    posts("2026-01-10", "forum", 20);
    posts("2026-01-20", "weibo", 99);

    assertThat(gap("C12", Table.MART_ACTIVITY_DAILY).measured().value()).hasValue(5);
  }

  @Test
  void who_joined_before_advertising_is_counted_up_to_its_first_week() {
    voice("2026-01-05", 7, "0");
    voice("2026-01-12", 5, "0");
    voice("2026-01-19", 90, "1000");
    voice("2026-01-26", 50, "0");

    assertThat(gap("C66", Table.MART_SHARE_OF_VOICE).measured().value()).hasValue(12);
  }

  @Test
  void without_advertising_there_is_no_day_to_count_up_to() {
    voice("2026-01-05", 7, "0");

    assertThat(gap("C66", Table.MART_SHARE_OF_VOICE).measured().absence())
        .contains(Absence.NO_BASE);
  }

  @Test
  void a_mart_that_is_not_built_is_told_from_one_without_rows() {
    assertThat(gap("C69").measured().absence()).contains(Absence.NOT_BUILT);
    assertThat(gap("C69", Table.MART_WALLET).measured().absence()).contains(Absence.NO_ROWS);
  }

  @Test
  void a_quarter_without_an_assumed_wallet_is_no_row_of_a_share() {
    add(
        Table.MART_WALLET,
        RING,
        "all",
        QUARTER_START_DATE,
        day("2026-01-01"),
        CURRENCY,
        "EUR",
        MEMBER_SPEND,
        BigDecimal.TEN,
        ASSUMED_WALLET,
        null);

    assertThat(gap("C69", Table.MART_WALLET).measured().absence()).contains(Absence.NO_ROWS);
  }

  @Test
  void what_no_mart_measures_says_why() {
    ClaimGap gap = gap("C56");

    assertThat(gap.measured().absence()).contains(Absence.NO_MART);
    assertThat(gap.says()).isEqualTo("no event tells the followers of an account");
  }

  @Test
  void rows_of_other_communities_do_not_count() {
    comparison.add(
        Table.MART_RING_LADDER,
        Map.of(COMMUNITY_ID, "city", RING, "core", WEEK_DATE, day("2026-01-05"), MEMBERS, 7L));

    assertThat(gap("C08", Table.MART_RING_LADDER).measured().absence()).contains(Absence.NO_ROWS);
  }

  @Test
  void every_claim_stands_beside_the_community() {
    assertThat(comparison.gaps(Set.of())).hasSize(70);
  }

  @Test
  void a_ratio_is_against_the_upper_end_where_there_is_no_lower() {
    assertThat(ClaimRange.of("", "0.05").ratio(0.04)).isCloseTo(0.8, within(1e-12));
  }

  private ClaimGap gap(String claim, Table... built) {
    return comparison.gaps(Set.of(built)).stream()
        .filter(gap -> gap.claim().id().equals(claim))
        .findFirst()
        .orElseThrow();
  }

  private void ring(String week, long members) {
    add(Table.MART_RING_LADDER, RING, "core", WEEK_DATE, day(week), MEMBERS, members);
  }

  private void meetup(String date) {
    add(Table.MART_MEETUP, ORGANISER_KIND, "official", MEETUP_DATE, day(date), ATTENDED, 9L);
  }

  private void sale(Long seconds) {
    OffsetDateTime opens = OffsetDateTime.parse("2026-01-01T04:00:00Z");
    add(Table.MART_LAUNCH, OPENS_TS, opens, SELL_OUT_SECONDS, seconds);
  }

  private void order(String date, String currency, String margin, String revenue) {
    add(
        Table.MART_ORDER_ECONOMICS,
        CATEGORY,
        "phone",
        ORDER_DATE,
        day(date),
        CURRENCY,
        currency,
        MARGIN,
        margin == null ? null : new BigDecimal(margin),
        NET_REVENUE,
        new BigDecimal(revenue),
        UNITS_PAID,
        10L);
  }

  private void posts(String date, String channel, long posts) {
    add(Table.MART_ACTIVITY_DAILY, CHANNEL, channel, EVENT_DATE, day(date), POSTS, posts);
  }

  private void voice(String week, long joins, String spent) {
    add(
        Table.MART_SHARE_OF_VOICE,
        BRAND,
        "own",
        WEEK_DATE,
        day(week),
        JOINS,
        joins,
        SPEND_AMOUNT,
        new BigDecimal(spent));
  }

  private void add(Table mart, Object... cells) {
    Map<String, Object> row = new HashMap<>(Map.of(COMMUNITY_ID, "hamlet"));
    for (int cell = 0; cell < cells.length; cell += 2) {
      row.put((String) cells[cell], cells[cell + 1]);
    }
    comparison.add(mart, row);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
