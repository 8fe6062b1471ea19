package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import groundswell.schemas.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.share_of_voice} promises, one sentence per test. */
class ShareOfVoiceTest extends SparkCase {
  private static final String MONDAY = "2026-03-02";
  private static final String TUESDAY = "2026-03-03";

  @Test
  void a_share_is_of_all_that_was_said_on_the_channel_in_the_week() {
    var market =
        market(mention("a", MONDAY, "Nova", 6, false), mention("b", TUESDAY, "Tavi", 2, true));

    assertThat(
            voice(market, posts(post(1, "user"), post(2, "user")), members())
                .orderBy(BRAND)
                .select(BRAND, MENTIONS, PAID_MENTIONS, WEEK_MENTIONS, SHARE_OF_VOICE)
                .collectAsList())
        .containsExactly(
            row("Nova", 6L, 0L, 10L, 0.6),
            row("Tavi", 2L, 2L, 10L, 0.2),
            row("own", 2L, 0L, 10L, 0.2));
  }

  @Test
  void of_several_counts_of_one_brand_and_day_the_last_holds() {
    var market =
        market(
            mention("a", MONDAY, "Nova", 6, false),
            mention("b", MONDAY, "Nova", 9, false),
            mention("c", MONDAY, "Nova", 1, true),
            mention("d", TUESDAY, "Nova", 3, false));

    assertThat(
            voice(market, posts(), members())
                .filter("brand = 'Nova'")
                .select(MENTIONS, PAID_MENTIONS)
                .collectAsList())
        .containsExactly(row(13L, 1L));
  }

  @Test
  void what_staff_and_bots_write_and_what_was_taken_down_is_not_our_voice() {
    var posts =
        posts(
            post(1, "founder"),
            post(2, "bot"),
            post(3, "user").with(IS_REMOVED, true),
            post(4, "dealer").with(IS_REWARDED, true));

    assertThat(
            own(voice(market(spend("a", "1", "CNY")), posts, members()), MENTIONS, PAID_MENTIONS))
        .containsExactly(row(1L, 1L));
  }

  @Test
  void where_no_rival_was_counted_our_share_is_unknown() {
    assertThat(
            own(
                voice(market(spend("a", "1", "CNY")), posts(post(1, "user")), members()),
                WEEK_MENTIONS,
                SHARE_OF_VOICE))
        .containsExactly(row(1L, null));
  }

  @Test
  void uninvited_joins_are_advertised_only_where_money_was_spent_in_the_week() {
    var members =
        members(
            member(1, "user", MONDAY, "weibo", null),
            member(2, "user", MONDAY, "weibo", 1),
            member(3, "user", MONDAY, "weibo", null),
            member(4, "employee", MONDAY, "weibo", null),
            member(5, "user", "2026-03-09", "weibo", null));

    assertThat(
            own(
                voice(market(spend("a", "30", "CNY"), spend("b", "9", "EUR")), posts(), members),
                JOINS,
                INVITED_JOINS,
                ADVERTISED_JOINS,
                ADVERTISED_JOIN_SHARE,
                SPEND_AMOUNT,
                OTHER_CURRENCY_SPENDS,
                ACQUISITION_COST))
        .containsExactly(
            row(3L, 1L, 2L, 2.0 / 3, new BigDecimal("30.0000"), 1L, 10.0),
            row(1L, 0L, 0L, 0.0, new BigDecimal("0.0000"), 0L, 0.0));
  }

  @Test
  void spending_that_nobody_joined_by_has_no_cost_per_member() {
    assertThat(
            own(
                voice(market(spend("a", "30", "CNY")), posts(), members()),
                JOINS,
                ADVERTISED_JOIN_SHARE,
                ACQUISITION_COST))
        .containsExactly(row(0L, null, null));
  }

  @Test
  void a_community_that_does_not_watch_the_market_has_no_rows() {
    assertThat(voice(market(), posts(post(1, "user")), members()).collectAsList()).isEmpty();
  }

  @Test
  void the_twin_in_plain_sql_agrees_on_recounts_and_foreign_money(@TempDir Path folder) {
    Dataset<Row> market =
        market(
            mention("a", MONDAY, "Nova", 6, false),
            mention("b", MONDAY, "Nova", 9, false),
            mention("c", TUESDAY, "Nova", 0, true),
            mention("d", "2026-03-09", "Tavi", 4, true),
            spend("e", "12.5", "CNY"),
            spend("f", "3", "USD"));
    Dataset<Row> posts =
        posts(
            post(1, "user"),
            post(2, "employee"),
            post(3, "user").with(IS_REMOVED, true),
            post(4, "user").with(CHANNEL, "forum").with(IS_REWARDED, null));
    Dataset<Row> members =
        members(
            member(1, "user", MONDAY, "weibo", null),
            member(2, "dealer", MONDAY, "forum", 1),
            member(3, "user", null, "forum", null),
            member(4, "user", "2026-03-15", "app", 2));

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(Table.CORE_FACT_MARKET, market)
          .with(Table.CORE_FACT_POST, posts)
          .with(Table.CORE_DIM_MEMBER, members)
          .with(Table.CORE_DIM_COMMUNITY, communities())
          .assertTwin(Table.MART_SHARE_OF_VOICE, voice(market, posts, members));
    }
  }

  private static Dataset<Row> voice(Dataset<Row> market, Dataset<Row> posts, Dataset<Row> members) {
    return ShareOfVoice.from(market, posts, members, communities());
  }

  private static List<Row> own(Dataset<Row> voices, String... columns) {
    return voices.filter("brand = 'own'").orderBy(WEEK_DATE).selectExpr(columns).collectAsList();
  }

  private static Row mention(String id, String day, String brand, long count, boolean isPaid) {
    return row(
        "club",
        Date.valueOf(day),
        noon(day),
        id,
        "mention",
        "weibo",
        brand,
        count,
        isPaid,
        null,
        null);
  }

  private static Row spend(String id, String amount, String currency) {
    return row(
        "club",
        Date.valueOf(MONDAY),
        noon(MONDAY),
        id,
        "spend",
        "weibo",
        null,
        null,
        true,
        new BigDecimal(amount).setScale(4),
        currency);
  }

  private static Dataset<Row> market(Row... rows) {
    return table(
        Table.CORE_FACT_MARKET,
        List.of(
            COMMUNITY_ID,
            EVENT_DATE,
            EVENT_TS,
            EVENT_ID,
            KIND,
            CHANNEL,
            BRAND,
            MENTION_COUNT,
            IS_PAID_MEDIA,
            AMOUNT,
            CURRENCY),
        rows);
  }

  private static PostRow post(int id, String kind) {
    return new PostRow()
        .with(COMMUNITY_ID, "club")
        .with(EVENT_DATE, Date.valueOf(TUESDAY))
        .with(POST_ID, "p" + id)
        .with(AUTHOR_KIND, kind)
        .with(CHANNEL, "weibo")
        .with(POSTED_TS, noon(TUESDAY))
        .with(IS_REMOVED, false)
        .with(IS_REWARDED, false);
  }

  private static Dataset<Row> posts(PostRow... posts) {
    Row[] rows = List.of(posts).stream().map(PostRow::row).toArray(Row[]::new);
    return table(Table.CORE_FACT_POST, PostRow.COLUMNS, rows);
  }

  private static Row member(
      int number, String kind, String joined, String channel, Integer inviter) {
    Date day = joined == null ? null : Date.valueOf(joined);
    return row("club", number, kind, day, channel, inviter, true);
  }

  private static Dataset<Row> members(Row... rows) {
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            ACTOR_KIND,
            JOINED_DATE,
            ENTRY_CHANNEL,
            INVITER_NUMBER,
            IS_CURRENT),
        rows);
  }

  private static Dataset<Row> communities() {
    return table(Table.CORE_DIM_COMMUNITY, List.of(COMMUNITY_ID, CURRENCY), row("club", "CNY"));
  }

  private static Timestamp noon(String day) {
    return Timestamp.valueOf(day + " 12:00:00");
  }
}
