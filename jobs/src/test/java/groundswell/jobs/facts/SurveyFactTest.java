package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_survey} promises, one sentence per test. */
class SurveyFactTest extends SparkCase {
  @Test
  void recommendation_and_satisfaction_are_told_apart_and_only_the_latter_has_a_ticket() {
    assertThat(
            answers(
                answer("nps_answered", 1, 9).with(TICKET_ID, "k"),
                answer("csat_answered", 2, 4).with(TICKET_ID, "k")))
        .containsExactly(row("nps", 1, 9, null), row("csat", 2, 4, "k"));
  }

  @Test
  void an_answer_without_a_name_is_kept_and_one_off_the_scale_is_not() {
    assertThat(
            answers(
                answer("nps_answered", null, 0),
                answer("nps_answered", 1, 11),
                answer("nps_answered", 1, -1),
                answer("nps_answered", 1, null)))
        .containsExactly(row("nps", null, 0, null));
  }

  private static List<Row> answers(Act... acts) {
    return SurveyFact.from(events(acts))
        .orderBy(EVENT_ID)
        .select(KIND, MEMBER_NUMBER, SCORE, TICKET_ID)
        .collectAsList();
  }

  private static Act answer(String eventType, Integer member, Integer score) {
    return act(eventType, member).with(SCORE, score);
  }
}
