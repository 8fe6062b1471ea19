package groundswell.jobs.marts.service;

import static groundswell.schemas.Columns.*;
import static groundswell.schemas.Table.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.jobs.SparkCase;
import groundswell.jobs.Twins;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mart.meetup} promises, one sentence per test. The meetup is on 2 March 2026. */
class MeetupTest extends SparkCase {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final int DAY = 86_400;
  private static final int EMPLOYEE = 7;
  private static final int BOT = 9;
  private static final int NEWCOMER = 6;

  private final List<Row> events = new ArrayList<>();
  private final List<Row> contacts = new ArrayList<>();
  private final List<Row> activity = new ArrayList<>();

  @Test
  void of_those_whose_last_answer_is_yes_some_come() {
    say(1, "rsvp_yes", -9).say(1, "attended", 0);
    say(2, "rsvp_no", -9).say(2, "rsvp_yes", -8);
    say(3, "rsvp_yes", -9).say(3, "rsvp_maybe", -8).say(3, "attended", 5);
    say(4, "attended", 6).say(4, "attended", 7);

    assertThat(meetup(RSVP_YES, RSVP_YES_ATTENDED, SHOW_RATE, ATTENDED, NO_SHOWS))
        .containsExactly(row(2L, 1L, 0.5, 3L, 1L));
    assertThat(meetup(SHOW_LOW, SHOW_HIGH).get(0).getDouble(0)).isCloseTo(0.0945, within(1e-4));
  }

  @Test
  void bots_and_nobody_are_no_guests_and_staff_is_counted_apart() {
    say(BOT, "attended", 0).say(null, "attended", 1).say(EMPLOYEE, "attended", 2);
    say(EMPLOYEE, "rsvp_yes", -2);

    assertThat(meetup(ATTENDED, STAFF_ATTENDED, RSVP_YES, SHOW_RATE, NEWCOMER_RATE))
        .containsExactly(row(0L, 1L, 0L, null, null));
  }

  @Test
  void who_joined_at_most_28_days_before_is_new() {
    say(1, "attended", 0).say(NEWCOMER, "attended", 1);

    assertThat(meetup(NEWCOMERS, NEWCOMER_RATE)).containsExactly(row(1L, 0.5));
  }

  @Test
  void the_last_announcement_that_tells_counts_and_money_is_divided_by_who_came() {
    announce(-99, "official", "Cairo", "300").announce(-98, "unknown", null, null);
    say(1, "attended", 0).say(2, "attended", 0).say(3, "attended", 0);

    assertThat(meetup(ORGANISER_KIND, CITY, ANNOUNCED_TS, COST, COST_PER_ATTENDEE))
        .containsExactly(row("official", "Cairo", at(-99), money("300"), 100.0));
  }

  @Test
  void a_meetup_to_which_nobody_came_has_no_day_and_no_rates() {
    announce(-99, "member", null, "300").say(1, "rsvp_yes", -5);

    assertThat(meetup(MEETUP_DATE, COST_PER_ATTENDEE, NO_SHOWS_ACTIVE_AFTER, IS_CENSORED))
        .containsExactly(row(null, null, null, true));
  }

  @Test
  void strangers_who_speak_within_a_fortnight_are_a_new_tie_once() {
    say(1, "attended", 0).say(2, "attended", 60).say(3, "attended", 60).say(4, "attended", 60);
    touch(2, 1, "reply", 2 * DAY).touch(1, 2, "message", 3 * DAY);
    touch(1, 3, "reply", 14 * DAY + 1); // a second too late
    touch(3, 4, "reply", 14 * DAY);
    touch(1, 5, "reply", DAY); // was not there

    assertThat(meetup(NEW_TIES)).containsExactly(row(2L));
  }

  @Test
  void who_knew_each_other_or_only_met_is_no_new_tie() {
    say(1, "attended", 0).say(2, "attended", 60).say(3, "attended", 60).say(4, "attended", 60);
    touch(1, 2, "reply", -1).touch(1, 2, "reply", DAY);
    touch(1, 3, "meet", -90 * DAY).touch(3, 1, "meet", -90 * DAY).touch(1, 3, "reply", DAY);
    touch(2, 3, "meet", 60).touch(2, 3, "unfollow", DAY);
    touch(2, 4, "meet", 60).touch(2, 4, "follow", DAY);

    assertThat(meetup(NEW_TIES)).containsExactly(row(1L));
  }

  @Test
  void the_lift_compares_who_came_with_who_said_yes_and_stayed_away() {
    say(1, "attended", 0).say(2, "attended", 0);
    say(3, "rsvp_yes", -5).say(4, "rsvp_yes", -5).say(5, "rsvp_yes", -5);
    act(1, "2026-03-03").act(1, "2026-03-04").act(2, "2026-03-30");
    act(3, "2026-03-30").act(4, "2026-03-02").act(5, "2026-03-31");

    assertThat(
            meetup(
                ATTENDED_ACTIVE_AFTER,
                ATTENDED_ACTIVE_AFTER_RATE,
                NO_SHOWS_ACTIVE_AFTER,
                NO_SHOWS_ACTIVE_AFTER_RATE,
                ACTIVE_AFTER_LIFT))
        .containsExactly(row(2L, 1.0, 1L, 1.0 / 3, 3.0));
  }

  @Test
  void without_an_active_no_show_there_is_no_lift() {
    say(1, "attended", 0).say(3, "rsvp_yes", -5).act(1, "2026-03-03");

    assertThat(meetup(NO_SHOWS_ACTIVE_AFTER_RATE, ACTIVE_AFTER_LIFT))
        .containsExactly(row(0.0, null));
  }

  @Test
  void a_meetup_is_censored_until_28_days_have_passed() {
    say(1, "attended", 0);

    assertThat(from(funnel("2026-03-29")).select(IS_CENSORED).collectAsList())
        .containsExactly(row(true));
    assertThat(from(funnel("2026-03-30")).select(IS_CENSORED).collectAsList())
        .containsExactly(row(false));
  }

  @Test
  void the_twin_says_the_same_of_a_crowd(@TempDir Path folder) {
    announce(-99, "official", "Cairo", "300").announce(-98, "unknown", null, null);
    say(BOT, "attended", -60).say(null, "attended", 1).say(EMPLOYEE, "attended", 2);
    say(1, "attended", 0).say(2, "attended", 60).say(NEWCOMER, "attended", 61);
    say(3, "rsvp_yes", -9).say(4, "rsvp_yes", -9).say(4, "rsvp_no", -9).say(5, "rsvp_yes", 99);
    say(12, "attended", 70); // in no dimension
    touch(1, 2, "reply", DAY).touch(NEWCOMER, 1, "reply", -DAY).touch(1, NEWCOMER, "reply", DAY);
    touch(1, EMPLOYEE, "reply", DAY).touch(12, 2, "message", DAY).touch(2, 12, "unfriend", DAY);
    act(1, "2026-03-03").act(1, "2026-03-04").act(5, "2026-03-30").act(3, "2026-03-31");
    events.add(event("club", "rsvp_maybe", 3, 5, "o", "unknown", null, null));
    events.add(event("guild", "attended", 3, 5, "m", "unknown", null, null));
    var funnel = funnel("2026-03-30");

    try (Twins twins = Twins.in(folder)) {
      twins
          .with(CORE_FACT_MEETUP_EVENT, meetupEvents())
          .with(CORE_FACT_INTERACTION, interactions())
          .with(CORE_FACT_MEMBER_ACTIVITY, activeDays())
          .with(CORE_DIM_MEMBER, members())
          .with(MART_TIE_FUNNEL, funnel)
          .assertTwin(MART_MEETUP, from(funnel));
    }
  }

  private List<Row> meetup(String... columns) {
    return from(funnel("2026-06-01"))
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }

  private Dataset<Row> from(Dataset<Row> funnel) {
    var guests = Meetup.guests(meetupEvents(), members());
    return Meetup.from(guests, activeDays(), interactions(), funnel);
  }

  private MeetupTest say(Integer member, String kind, long seconds) {
    events.add(event("club", kind, member, seconds, "m", "unknown", null, null));
    return this;
  }

  private MeetupTest announce(long seconds, String organiser, String city, String cost) {
    events.add(event("club", "announced", null, seconds, "m", organiser, city, cost));
    return this;
  }

  private MeetupTest touch(int source, int target, String kind, long seconds) {
    contacts.add(row("club", source, target, kind, at(seconds)));
    return this;
  }

  private MeetupTest act(int member, String day) {
    activity.add(row("club", member, Date.valueOf(day)));
    return this;
  }

  private Row event(
      String community,
      String kind,
      Integer member,
      long seconds,
      String meetup,
      String organiser,
      String city,
      String cost) {
    Instant instant = START.plusSeconds(seconds);
    Date day = Date.valueOf(instant.atZone(ZoneOffset.UTC).toLocalDate());
    String id = "e%03d".formatted(events.size());
    BigDecimal amount = cost == null ? null : money(cost);
    String currency = cost == null ? null : "EGP";
    return row(
        community, meetup, kind, member, day, at(seconds), id, organiser, city, amount, currency);
  }

  private Dataset<Row> meetupEvents() {
    return table(
        CORE_FACT_MEETUP_EVENT,
        List.of(
            COMMUNITY_ID,
            MEETUP_ID,
            KIND,
            MEMBER_NUMBER,
            EVENT_DATE,
            EVENT_TS,
            EVENT_ID,
            ORGANISER_KIND,
            CITY,
            AMOUNT,
            CURRENCY),
        events.toArray(Row[]::new));
  }

  private Dataset<Row> interactions() {
    return table(
        CORE_FACT_INTERACTION,
        List.of(COMMUNITY_ID, SOURCE_NUMBER, TARGET_NUMBER, KIND, EVENT_TS),
        contacts.toArray(Row[]::new));
  }

  private Dataset<Row> activeDays() {
    return table(
        CORE_FACT_MEMBER_ACTIVITY,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, EVENT_DATE),
        activity.toArray(Row[]::new));
  }

  /** Members 1 to 5 of old, one who joined 28 days before, an employee and a bot. */
  private static Dataset<Row> members() {
    Date longAgo = Date.valueOf("2026-02-01");
    List<Row> rows = new ArrayList<>();
    for (int member = 1; member <= 5; member++) {
      rows.add(row("club", member, "user", longAgo, true));
    }
    rows.add(row("club", NEWCOMER, "user", Date.valueOf("2026-02-02"), true));
    rows.add(row("club", EMPLOYEE, "employee", longAgo, true));
    rows.add(row("club", BOT, "bot", longAgo, true));
    rows.add(row("club", 1, "user", longAgo, false));
    return table(
        CORE_DIM_MEMBER,
        List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, JOINED_DATE, IS_CURRENT),
        rows.toArray(Row[]::new));
  }

  private static Dataset<Row> funnel(String lastDay) {
    return table(
        MART_TIE_FUNNEL,
        List.of(COMMUNITY_ID, EVENT_DATE),
        row("club", Date.valueOf(LocalDate.parse(lastDay).minusDays(9))),
        row("club", Date.valueOf(lastDay)));
  }

  private static Timestamp at(long seconds) {
    return Timestamp.from(START.plusSeconds(seconds));
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(4);
  }
}
