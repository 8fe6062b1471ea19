package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.service_desk} promises, one sentence per test. */
class ServiceDeskTest extends SparkCase {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Integer NEVER = null;

  private static final int MEMBER = 1;
  private static final int OTHER_MEMBER = 2;
  private static final int EMPLOYEE = 7;
  private static final int FOUNDER = 8;
  private static final int BOT = 9;

  @Test
  void a_ticket_without_an_answer_is_unanswered_and_in_no_time() {
    var desk = desk(tickets(ticket("k", NEVER, NEVER, null), ticket("l", 60, NEVER, null)));

    assertThat(select(desk, TICKETS, ANSWERED_TICKETS, UNANSWERED, UNANSWERED_RATE, CLOSED_TICKETS))
        .containsExactly(row(2L, 1L, 1L, 0.5, 0L));
    assertThat(select(desk, FIRST_RESPONSE_SECONDS_P50, RESOLUTION_SECONDS_P50))
        .containsExactly(row(60L, null));
  }

  @Test
  void percentiles_are_waits_that_happened() {
    var desk =
        desk(
            tickets(
                ticket("k", 30, 100, null),
                ticket("l", 10, 300, null),
                ticket("m", 20, 200, null)));

    assertThat(
            select(
                desk,
                FIRST_RESPONSE_SECONDS_P50,
                FIRST_RESPONSE_SECONDS_P90,
                RESOLUTION_SECONDS_P50,
                RESOLUTION_SECONDS_P90))
        .containsExactly(row(20L, 30L, 200L, 300L));
  }

  @Test
  void satisfaction_is_the_mean_of_those_who_said() {
    var desk =
        desk(tickets(ticket("k", 30, 99, 10), ticket("l", 30, 99, 5), ticket("m", 30, 99, null)));

    assertThat(select(desk, SCORED_TICKETS, SCORE_SUM, SCORE_MEAN))
        .containsExactly(row(2L, 15L, 7.5));
  }

  @Test
  void a_day_without_tickets_has_no_rates() {
    var desk = desk(tickets(), touches(touch("2026-03-02", EMPLOYEE, MEMBER, "reply")));

    assertThat(select(desk, TICKETS, UNANSWERED_RATE, SCORE_MEAN, FIRST_RESPONSE_SECONDS_P90))
        .containsExactly(row(0L, null, null, null));
  }

  @Test
  void staff_touches_members_not_staff_nor_bots_and_withdraws_nothing() {
    var desk =
        desk(
            tickets(),
            touches(
                touch("2026-03-02", EMPLOYEE, MEMBER, "service"),
                touch("2026-03-02", EMPLOYEE, OTHER_MEMBER, "reply"),
                touch("2026-03-02", FOUNDER, MEMBER, "message"),
                touch("2026-03-02", FOUNDER, EMPLOYEE, "message"),
                touch("2026-03-02", EMPLOYEE, BOT, "reply"),
                touch("2026-03-02", BOT, MEMBER, "reply"),
                touch("2026-03-02", MEMBER, OTHER_MEMBER, "reply"),
                touch("2026-03-02", FOUNDER, MEMBER, "unfollow")));

    assertThat(select(desk, TOUCHES_BY_STAFF, FOUNDER_TOUCHES, ACTIVE_STAFF, ACTIVE_FOUNDERS))
        .containsExactly(row(3L, 1L, 2L, 1L));
  }

  @Test
  void a_head_counts_from_its_record_on_until_the_next_of_its_department() {
    var days = touches(touched("2026-03-02"), touched("2026-03-03"), touched("2026-03-05"));
    var desk =
        desk(
            tickets(),
            days,
            staffing(
                staff("2026-03-05", "service", 1, 9),
                staff("2026-03-03", "service", 1, 5),
                staff("2026-03-03", "service", 2, 6),
                staff("2026-03-01", "design", 1, 2)));

    assertThat(select(desk, EVENT_DATE, STAFF_HEADCOUNT, MEMBERS_PER_STAFF))
        .containsExactlyInAnyOrder(
            row(Date.valueOf("2026-03-02"), 2L, 50.0),
            row(Date.valueOf("2026-03-03"), 8L, 12.5),
            row(Date.valueOf("2026-03-05"), 11L, 100.0 / 11));
  }

  @Test
  void without_a_record_of_staff_and_with_nobody_at_work_there_is_no_ratio() {
    var day = touches(touched("2026-03-02"));

    assertThat(select(desk(tickets(), day), STAFF_HEADCOUNT, MEMBERS_PER_STAFF))
        .containsExactly(row(null, null));
    assertThat(
            select(
                desk(tickets(), day, staffing(staff("2026-03-02", "service", 1, 0))),
                STAFF_HEADCOUNT,
                MEMBERS_PER_STAFF))
        .containsExactly(row(0L, null));
  }

  @Test
  void a_ticket_never_seen_opened_is_none_of_a_day() {
    var stray = row("club", Date.valueOf("2026-03-02"), "k", "wechat", null, at(5), at(9), 3);

    assertThat(select(desk(tickets(stray)), TICKETS)).isEmpty();
  }

  @Test
  void the_twin_says_the_same_of_all_of_this_at_once(@TempDir Path folder) {
    var tickets =
        tickets(
            ticket("k", NEVER, NEVER, null),
            ticket("l", 0, 0, 0),
            ticket("m", 31, 77, 10),
            ticket("n", 45, NEVER, 3),
            row("club", Date.valueOf("2026-03-02"), "o", "wechat", null, at(5), at(9), 3),
            row("club", Date.valueOf("2026-04-02"), "p", "forum", at(0), at(5), null, 3),
            row("guild", Date.valueOf("2026-03-02"), "k", "wechat", at(0), null, at(9), null));
    var interactions =
        touches(
            touched("2026-03-02"),
            touch("2026-03-04", FOUNDER, MEMBER, "message"),
            touch("2026-03-04", FOUNDER, OTHER_MEMBER, "message"),
            touch("2026-03-04", FOUNDER, MEMBER, "unfriend"),
            touch("2026-05-04", FOUNDER, MEMBER, "meet"));
    var staffing =
        staffing(
            staff("2026-02-01", "design", 1, 2),
            staff("2026-03-04", "service", 1, 0),
            staff("2026-03-04", "service", 2, 3));
    var desk = desk(tickets, interactions, staffing);

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_TICKET, tickets)
          .with(CORE_FACT_INTERACTION, interactions)
          .with(CORE_FACT_STAFFING, staffing)
          .with(CORE_DIM_MEMBER, members())
          .with(MART_TIE_FUNNEL, funnel())
          .assertTwin(MART_SERVICE_DESK, desk);
    }
  }

  private static Dataset<Row> desk(Dataset<Row> tickets) {
    return desk(tickets, touches());
  }

  private static Dataset<Row> desk(Dataset<Row> tickets, Dataset<Row> interactions) {
    return desk(tickets, interactions, staffing());
  }

  private static Dataset<Row> desk(
      Dataset<Row> tickets, Dataset<Row> interactions, Dataset<Row> staffing) {
    return ServiceDesk.from(ServiceDesk.days(tickets, interactions, members()), staffing, funnel());
  }

  private static List<Row> select(Dataset<Row> desk, String... columns) {
    return desk.select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private static Timestamp at(long seconds) {
    return Timestamp.from(NOON.plusSeconds(seconds));
  }

  private static Timestamp at(Integer seconds) {
    return seconds == null ? null : at(seconds.longValue());
  }

  private static Row ticket(String id, Integer answered, Integer closed, Integer score) {
    Date day = Date.valueOf("2026-03-02");
    return row("club", day, id, "wechat", at(0), at(answered), at(closed), score);
  }

  private static Dataset<Row> tickets(Row... tickets) {
    return table(
        CORE_FACT_TICKET,
        List.of(
            COMMUNITY_ID,
            EVENT_DATE,
            TICKET_ID,
            CHANNEL,
            OPENED_TS,
            FIRST_REPLY_TS,
            CLOSED_TS,
            SCORE),
        tickets);
  }

  private static Row touched(String day) {
    return touch(day, EMPLOYEE, MEMBER, "reply");
  }

  private static Row touch(String day, int source, int target, String kind) {
    return row("club", Date.valueOf(day), "wechat", source, target, kind);
  }

  private static Dataset<Row> touches(Row... touches) {
    return table(
        CORE_FACT_INTERACTION,
        List.of(COMMUNITY_ID, EVENT_DATE, CHANNEL, SOURCE_NUMBER, TARGET_NUMBER, KIND),
        touches);
  }

  private static Row staff(String day, String department, int second, int headcount) {
    Timestamp instant = Timestamp.valueOf(day + " 12:00:0" + second);
    return row("club", Date.valueOf(day), department, instant, "e" + second, headcount);
  }

  private static Dataset<Row> staffing(Row... records) {
    return table(
        CORE_FACT_STAFFING,
        List.of(COMMUNITY_ID, EVENT_DATE, DEPARTMENT, EVENT_TS, EVENT_ID, HEADCOUNT),
        records);
  }

  /** One of each kind. */
  private static Dataset<Row> members() {
    return table(
        CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, IS_CURRENT),
        row("club", MEMBER, "user", true),
        row("club", OTHER_MEMBER, "dealer", true),
        row("club", EMPLOYEE, "employee", true),
        row("club", EMPLOYEE, "employee", false),
        row("club", FOUNDER, "founder", true),
        row("club", BOT, "bot", true));
  }

  /** A hundred members in March. */
  private static Dataset<Row> funnel() {
    Row[] days =
        LocalDate.of(2026, 3, 1)
            .datesUntil(LocalDate.of(2026, 4, 1))
            .flatMap(
                day ->
                    List.of("none", "weak").stream()
                        .map(state -> row("club", Date.valueOf(day), state, 100L)))
            .toArray(Row[]::new);
    return table(
        MART_TIE_FUNNEL, List.of(COMMUNITY_ID, EVENT_DATE, TIE_STATE, COMMUNITY_MEMBERS), days);
  }
}
