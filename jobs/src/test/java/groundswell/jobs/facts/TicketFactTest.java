package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.instant;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_ticket} promises, one sentence per test. */
class TicketFactTest extends SparkCase {
  private static final String[] ANSWER = {FIRST_REPLY_TS, FIRST_REPLY_KIND, REPLIES};

  @Test
  void the_first_reply_by_somebody_else_is_the_answer() {
    assertThat(
            ticket(
                ANSWER,
                opened(),
                replied(1, "user").at(10),
                replied(9, "founder").at(20),
                replied(8, "employee").at(30)))
        .containsExactly(row(instant(20), "founder", 2L));
  }

  @Test
  void a_bot_answers_nothing() {
    assertThat(ticket(ANSWER, opened(), replied(9, "bot").at(20)))
        .containsExactly(row(null, null, 0L));
  }

  @Test
  void a_reply_before_the_opening_does_not_count_whatever_came_first_in_the_file() {
    assertThat(ticket(ANSWER, replied(9, "employee").at(-5), opened()))
        .containsExactly(row(null, null, 0L));
  }

  @Test
  void a_reply_by_nobody_known_answers_a_member_and_not_nobody() {
    assertThat(ticket(ANSWER, opened(), replied(null, "unknown").at(20)))
        .containsExactly(row(instant(20), "unknown", 1L));
    assertThat(ticket(ANSWER, act("service_ticket_opened", null), replied(null, "unknown").at(20)))
        .containsExactly(row(null, null, 0L));
  }

  @Test
  void a_ticket_never_seen_opened_stands_on_the_day_of_what_was_seen() {
    var columns = new String[] {OPENED_TS, MEMBER_NUMBER, FIRST_REPLY_TS, CLOSED_TS, EVENT_DATE};

    assertThat(ticket(columns, closed().at(30), replied(9, "employee").at(20)))
        .containsExactly(row(null, null, instant(20), instant(30), Act.date("2026-03-02")));
  }

  @Test
  void the_first_of_two_openings_and_the_last_of_two_closings_count() {
    var columns = new String[] {OPENED_TS, CLOSED_TS, CLOSED_DATE};

    assertThat(ticket(columns, opened().at(60), opened(), closed().at(90), closed().at(86_400)))
        .containsExactly(row(instant(0), instant(86_400), Act.date("2026-03-03")));
  }

  @Test
  void the_last_answer_to_the_survey_goes_before_the_score_of_the_closing() {
    var score = new String[] {SCORE};

    assertThat(ticket(score, opened(), closed().with(SCORE, 3).at(5))).containsExactly(row(3));
    assertThat(
            ticket(
                score,
                opened(),
                judged(8).at(10),
                judged(null).at(11),
                closed().with(SCORE, 3).at(12)))
        .containsExactly(row(8));
    assertThat(ticket(score, opened(), closed().at(5))).containsExactly(row((Object) null));
  }

  @Test
  void a_survey_about_no_ticket_is_no_ticket() {
    assertThat(TicketFact.from(events(act("csat_answered", 1).with(SCORE, 4))).collectAsList())
        .isEmpty();
  }

  @Test
  void tickets_of_one_name_in_two_communities_are_two() {
    var two = events(named(opened()), named(opened()).with(COMMUNITY_ID, "guild"));

    assertThat(TicketFact.from(two).select(COMMUNITY_ID).collectAsList())
        .containsExactlyInAnyOrder(row("club"), row("guild"));
  }

  private static Act opened() {
    return act("service_ticket_opened", 1);
  }

  private static Act replied(Integer member, String kind) {
    return act("service_replied", member).with(ACTOR_KIND, kind);
  }

  private static Act closed() {
    return act("service_closed", 9).with(ACTOR_KIND, "employee");
  }

  private static Act judged(Integer score) {
    return act("csat_answered", 1).with(SCORE, score);
  }

  private static Act named(Act act) {
    return act.with(TICKET_ID, "k");
  }

  private static List<Row> ticket(String[] columns, Act... acts) {
    for (Act act : acts) {
      named(act);
    }
    return TicketFact.from(events(acts))
        .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
        .collectAsList();
  }
}
