package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.date;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.instant;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_touch} promises, one sentence per test. */
class TouchFactTest extends SparkCase {
  private static final int HOUR = 3600;

  @Test
  void an_answer_touches_who_opened_the_ticket() {
    assertThat(touches(opened(1, "k"), answer("k").at(HOUR)))
        .containsExactly(row(1, "service_reply_hour", instant(HOUR)));
  }

  @Test
  void an_answer_after_more_than_an_hour_came_later() {
    assertThat(touches(opened(1, "k"), answer("k").at(HOUR + 1)))
        .containsExactly(row(1, "service_reply_later", instant(HOUR + 1)));
  }

  @Test
  void only_the_first_answer_touches() {
    assertThat(touches(opened(1, "k"), answer("k").at(60), answer("k").at(60), answer("k").at(90)))
        .containsExactly(row(1, "service_reply_hour", instant(60)));
  }

  @Test
  void an_answer_to_a_ticket_never_seen_opened_touches_nobody() {
    assertThat(touches(answer("k").with(TARGET_NUMBER, 1))).isEmpty();
  }

  @Test
  void what_a_bot_or_the_opener_replies_is_no_answer() {
    assertThat(
            touches(
                opened(1, "k"),
                answer("k").with(ACTOR_KIND, "bot").at(60),
                act("service_replied", 1).with(TICKET_ID, "k").at(90)))
        .isEmpty();
  }

  @Test
  void a_meetup_touches_once_at_the_first_arrival() {
    assertThat(touches(came(1, "g").at(9), came(1, "g").at(3), came(1, "h").at(5)))
        .containsExactly(row(1, "meetup", instant(3)), row(1, "meetup", instant(5)));
  }

  @Test
  void recognitions_and_exposures_touch_each_time() {
    assertThat(
            touches(
                act("recognition_given", 1).at(1),
                act("recognition_given", 1).at(2),
                act("content_exposed", 1).at(3)))
        .containsExactly(
            row(1, "recognition", instant(1)),
            row(1, "recognition", instant(2)),
            row(1, "exposure", instant(3)));
  }

  @Test
  void nobody_known_is_touched_by_nothing() {
    assertThat(touches(act("recognition_given", null), opened(null, "k"), answer("k").at(60)))
        .isEmpty();
  }

  @Test
  void a_touch_lies_on_the_day_of_its_event() {
    var tickets = TicketFact.from(events(opened(1, "k"), answer("k").at(13 * HOUR)));
    var numbered = events(opened(1, "k"), answer("k").at(13 * HOUR));

    assertThat(TouchFact.from(numbered, tickets).select(EVENT_DATE).collectAsList())
        .containsExactly(row(date("2026-03-03")));
  }

  private static Act opened(Integer member, String ticket) {
    return act("service_ticket_opened", member).with(TICKET_ID, ticket);
  }

  private static Act answer(String ticket) {
    return act("service_replied", 7).with(ACTOR_KIND, "employee").with(TICKET_ID, ticket);
  }

  private static Act came(int member, String meetup) {
    return act("meetup_attended", member).with(MEETUP_ID, meetup);
  }

  private static List<Row> touches(Act... acts) {
    return TouchFact.from(events(acts), TicketFact.from(events(acts)))
        .orderBy(EVENT_TS)
        .select(MEMBER_NUMBER, TOUCH_KIND, EVENT_TS)
        .collectAsList();
  }
}
