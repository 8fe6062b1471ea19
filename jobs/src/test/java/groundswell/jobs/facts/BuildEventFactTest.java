package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_build_event} promises, one sentence per test. */
class BuildEventFactTest extends SparkCase {
  @Test
  void a_vote_is_up_down_or_neutral() {
    assertThat(kinds(vote(1), vote(0), vote(-1)))
        .containsExactly(row("vote_up"), row("vote_neutral"), row("vote_down"));
  }

  @Test
  void an_issue_counts_in_the_ring_of_the_member_who_reports_it() {
    var issue =
        act("issue_reported", 1).with(OBJECT_ID, "i").with(BUILD_ID, "b").with(ACTOR_RING, "dev");

    assertThat(BuildEventFact.from(events(issue)).select(BUILD_ID, RING, KIND).collectAsList())
        .containsExactly(row("b", "dev", "issue"));
  }

  @Test
  void the_ring_of_the_build_goes_before_the_ring_of_the_member() {
    var install =
        act("build_installed", 1).with(BUILD_ID, "b").with(RING, "core").with(ACTOR_RING, "dev");

    assertThat(BuildEventFact.from(events(install)).select(RING, COMPONENT).collectAsList())
        .containsExactly(row("core", "unknown"));
  }

  @Test
  void other_events_are_no_build_events() {
    assertThat(kinds(act("thread_created", 1))).isEmpty();
  }

  private static Act vote(int vote) {
    return act("build_vote_cast", 1).with(BUILD_ID, "b").with(VOTE, vote);
  }

  private static List<Row> kinds(Act... acts) {
    return BuildEventFact.from(events(acts)).orderBy(EVENT_ID).select(KIND).collectAsList();
  }
}
