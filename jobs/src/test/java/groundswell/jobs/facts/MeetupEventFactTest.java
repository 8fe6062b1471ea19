package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.money;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_meetup_event} promises, one sentence per test. */
class MeetupEventFactTest extends SparkCase {
  @Test
  void an_answer_is_yes_no_maybe_or_unknown() {
    assertThat(kinds(answer("yes"), answer("no"), answer("maybe"), answer(null)))
        .containsExactly(row("rsvp_yes"), row("rsvp_no"), row("rsvp_maybe"), row("rsvp_unknown"));
  }

  @Test
  void who_comes_has_attended_and_other_events_are_none_of_a_meetup() {
    assertThat(kinds(meetup("meetup_attended"), act("thread_created", 1)))
        .containsExactly(row("attended"));
  }

  @Test
  void only_an_announcement_tells_of_organiser_place_and_money() {
    var told =
        MeetupEventFact.from(
                events(told(meetup("meetup_announced")), told(meetup("meetup_attended"))))
            .orderBy(EVENT_ID)
            .select(ORGANISER_KIND, CITY, AMOUNT, CURRENCY);

    assertThat(told.collectAsList())
        .containsExactly(
            row("festival", "Cairo", money("90"), "EGP"), row("unknown", null, null, null));
  }

  @Test
  void a_meetup_without_a_name_is_named_by_the_object_or_left_out() {
    assertThat(
            MeetupEventFact.from(
                    events(
                        act("meetup_attended", 1).with(OBJECT_ID, "o"), act("meetup_attended", 1)))
                .select(MEETUP_ID)
                .collectAsList())
        .containsExactly(row("o"));
  }

  private static Act told(Act act) {
    return act.with(ORGANISER_KIND, "festival")
        .with(CITY, "Cairo")
        .with(AMOUNT, money("90"))
        .with(CURRENCY, "EGP");
  }

  private static Act meetup(String eventType) {
    return act(eventType, 1).with(MEETUP_ID, "m");
  }

  private static Act answer(String answer) {
    return meetup("meetup_rsvp").with(ANSWER, answer);
  }

  private static List<Row> kinds(Act... acts) {
    return MeetupEventFact.from(events(acts)).orderBy(EVENT_ID).select(KIND).collectAsList();
  }
}
