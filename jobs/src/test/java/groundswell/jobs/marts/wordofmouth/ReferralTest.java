package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.jobs.marts.measure.ActiveRings;
import groundswell.jobs.memberset.MemberSets;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.referral} promises, one sentence per test. */
class ReferralTest extends SparkCase {
  private static final int DAY = 24 * 60;

  @Test
  void k_is_invites_per_active_member_times_adoptions_per_invite() {
    var referrals =
        referrals(share(1, "f", 0), share(2, "g", 1), share(3, "h", 2), adopt(7, "f", 60));

    assertThat(
            whole(
                referrals,
                ACTIVE_MEMBERS,
                INVITES,
                INVITES_PER_ACTIVE,
                CONVERSIONS,
                CONVERSIONS_PER_INVITE,
                K_FACTOR))
        .containsExactly(row(4L, 3L, 0.75, 1L, 1.0 / 3, 0.25));
  }

  @Test
  void an_adoption_counts_in_the_week_of_its_share_and_in_the_window_of_its_own() {
    var referrals = referrals(share(1, "f", 0), adopt(7, "f", 7 * DAY));

    assertThat(whole(referrals, WEEK_DATE, CONVERSIONS, WINDOW_CONVERSIONS, INVITES))
        .containsExactlyInAnyOrder(
            row(Date.valueOf("2026-03-02"), 1L, 0L, 1L),
            row(Date.valueOf("2026-03-09"), 0L, 1L, 0L));
  }

  @Test
  void of_several_shares_of_a_code_the_last_by_then_is_credited() {
    var referrals =
        referrals(
            share(1, "f", 0),
            share(1, "f", 10),
            adopt(7, "f", 12),
            adopt(8, "f", 14),
            share(1, "f", 20));

    assertThat(whole(referrals, SHARERS, INVITES, CONVERSIONS, CYCLE_SECONDS_P50))
        .containsExactly(row(1L, 3L, 2L, 120L));
  }

  @Test
  void who_was_referred_refers_the_next_generation() {
    var referrals =
        referrals(
            share(1, "f", 0),
            adopt(2, "f", 1),
            share(2, "g", 2),
            adopt(3, "g", 3),
            adopt(4, "g", 4),
            share(3, "h", 5),
            adopt(5, "h", 6));

    assertThat(whole(referrals, FIRST_GENERATION, SECOND_GENERATION, LATER_GENERATIONS, TREE_DEPTH))
        .containsExactly(row(1L, 2L, 1L, 3L));
  }

  @Test
  void nobody_refers_oneself() {
    assertThat(whole(referrals(share(1, "f", 0), adopt(1, "f", 1)), CONVERSIONS, SELF_REFERRALS))
        .containsExactly(row(0L, 1L));
  }

  @Test
  void codes_of_staff_bring_nobody_into_k() {
    var referrals =
        referrals(
            share(1, "f", 0).with(ACTOR_KIND, "employee"),
            adopt(2, "f", 1),
            event("clicked", 2, "f", 1));

    assertThat(whole(referrals, INVITES, CLICKS, CONVERSIONS, STAFF_CONVERSIONS))
        .containsExactly(row(0L, 0L, 0L, 1L));
  }

  @Test
  void an_adoption_before_its_share_is_an_orphan_of_its_own_week_and_channel() {
    assertThat(
            Referral.from(referrals(share(1, "f", 9), adopt(2, "f", 1)), communities(), ringWeeks())
                .filter("channel = 'shop' AND ring = 'unknown'")
                .select(INVITES, CONVERSIONS, ORPHAN_CONVERSIONS, CONVERSIONS_PER_INVITE)
                .collectAsList())
        .containsExactly(row(0L, 0L, 1L, null));
  }

  @Test
  void an_adoption_in_the_session_of_the_share_is_flagged() {
    var referrals =
        referrals(
            share(1, "f", 0).with(SESSION_HINT, "s"),
            adopt(2, "f", 1).with(SESSION_HINT, "s"),
            adopt(3, "f", 2).with(SESSION_HINT, "t"),
            adopt(4, "f", 3));

    assertThat(whole(referrals, CONVERSIONS, SAME_SESSION_CONVERSIONS))
        .containsExactly(row(3L, 1L));
  }

  @Test
  void commissions_add_up_in_the_currency_of_the_community_only() {
    var referrals =
        referrals(
            share(1, "f", 0), pay("f", "20", "CNY"), pay("f", "1.5", "CNY"), pay("f", "3", "EUR"));

    assertThat(whole(referrals, COMMISSIONS, COMMISSION_AMOUNT, OTHER_CURRENCY_COMMISSIONS))
        .containsExactly(row(3L, new BigDecimal("21.5000"), 1L));
  }

  @Test
  void without_active_members_there_is_no_k() {
    var referrals = referrals(share(1, "f", 0).with(RING, "core"));

    assertThat(
            Referral.from(referrals, communities(), ringWeeks())
                .filter("ring = 'core' AND channel = 'all'")
                .select(ACTIVE_MEMBERS, INVITES_PER_ACTIVE, K_FACTOR, CONVERSIONS_PER_INVITE)
                .collectAsList())
        .containsExactly(row(0L, null, null, 0.0));
  }

  @Test
  void the_twin_in_plain_sql_agrees_on_orphans_ties_in_time_and_forgotten_names(
      @TempDir Path folder) {
    Dataset<Row> referrals =
        referrals(
            share(1, "f", 0),
            share(2, "f", 0).with(RING, "core"),
            adopt(3, "f", 0),
            adopt(3, "f", 5).with(REFERRER_NUMBER, 9),
            share(3, "g", 6).with(CHANNEL, "weibo").with(SESSION_HINT, "s"),
            adopt(4, "g", 7).with(SESSION_HINT, "s"),
            adopt(null, "g", 8),
            adopt(5, "lost", 9),
            adopt(5, "g", 7 * DAY).with(REFERRER_NUMBER, null),
            event("clicked", null, "lost", 1),
            event("clicked", 4, "g", 6),
            share(8, "staff", 1).with(ACTOR_KIND, "founder"),
            adopt(6, "staff", 2),
            share(null, "nobody", 3),
            adopt(7, "nobody", 4),
            adopt(2, "f", 9).with(REFERRER_NUMBER, 2),
            pay("lost", "7", "CNY"),
            pay("g", "1", "USD"));
    Dataset<Row> memberDay = memberDay();

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.CORE_FACT_REFERRAL, referrals)
          .with(Table.CORE_DIM_COMMUNITY, communities())
          .with(Table.CORE_FACT_MEMBER_ACTIVITY, activity())
          .with(Table.CORE_DIM_MEMBER, members())
          .assertTwin(
              Table.MART_REFERRAL,
              Referral.from(referrals, communities(), ActiveRings.from(memberDay)));
    }
  }

  private static List<Row> whole(Dataset<Row> referrals, String... columns) {
    return Referral.from(referrals, communities(), ringWeeks())
        .filter("channel = 'all' AND ring = 'all'")
        .selectExpr(columns)
        .collectAsList();
  }

  private static ReferralRow share(Integer member, String code, int minute) {
    return event("shared", member, code, minute).with(REFERRER_NUMBER, member);
  }

  private static ReferralRow adopt(Integer member, String code, int minute) {
    return event("converted", member, code, minute).with(CHANNEL, "shop");
  }

  private static ReferralRow pay(String code, String amount, String currency) {
    return event("commission_paid", 1, code, 3 * DAY)
        .with(AMOUNT, new BigDecimal(amount).setScale(4))
        .with(CURRENCY, currency);
  }

  private static ReferralRow event(String kind, Integer member, String code, int minute) {
    return new ReferralRow(kind, member, code, minute);
  }

  private static Dataset<Row> referrals(ReferralRow... rows) {
    Row[] numbered = new Row[rows.length];
    for (int place = 0; place < rows.length; place++) {
      numbered[place] = rows[place].with(EVENT_ID, "e" + (10 + place)).row();
    }
    return table(Table.CORE_FACT_REFERRAL, ReferralRow.COLUMNS, numbered);
  }

  private static Dataset<Row> communities() {
    return table(Table.CORE_DIM_COMMUNITY, List.of(COMMUNITY_ID, CURRENCY), row("club", "CNY"));
  }

  /** Four members of ring stable are active on the first Monday. */
  private static Dataset<Row> ringWeeks() {
    return ActiveRings.from(memberDay());
  }

  private static Dataset<Row> memberDay() {
    return activity()
        .join(members().select(COMMUNITY_ID, MEMBER_NUMBER, RING, ACTOR_KIND), MEMBER_NUMBER)
        .select(
            functions.lit("club").as(COMMUNITY_ID),
            functions.col(EVENT_DATE),
            functions.col(RING),
            functions.col(ACTOR_KIND),
            functions.col(MEMBER_NUMBER))
        .groupBy(COMMUNITY_ID, EVENT_DATE, RING, ACTOR_KIND)
        .agg(MemberSets.setOf(functions.col(MEMBER_NUMBER)).as(MEMBER_BITMAP));
  }

  private static Dataset<Row> activity() {
    Date monday = Date.valueOf("2026-03-02");
    return table(
        Table.CORE_FACT_MEMBER_ACTIVITY,
        List.of(COMMUNITY_ID, EVENT_DATE, MEMBER_NUMBER),
        row("club", monday, 1),
        row("club", monday, 2),
        row("club", monday, 3),
        row("club", monday, 4),
        row("club", monday, 8));
  }

  private static Dataset<Row> members() {
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, RING, VALID_FROM_TS, VALID_FROM_DATE),
        member(1, "user"),
        member(2, "user"),
        member(3, "user"),
        member(4, "dealer"),
        member(8, "employee"));
  }

  private static Row member(int number, String kind) {
    return row(
        "club",
        number,
        kind,
        "stable",
        Timestamp.valueOf("2026-01-01 00:00:00"),
        Date.valueOf("2026-01-01"));
  }
}
