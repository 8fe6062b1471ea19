package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.date;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.instant;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_milestone} promises, one sentence per test. */
class MilestoneFactTest extends SparkCase {
  private static final Row STRANGER = row("club", 1, "unknown", true, null, null, "unknown");

  @Test
  void who_is_contacted_or_invited_is_the_target() {
    assertThat(
            milestones(
                act("member_contacted", null).with(TARGET_NUMBER, 1).at(5),
                act("member_invited", 9).with(TARGET_NUMBER, 1).at(7)))
        .containsExactly(row("contacted", instant(5)), row("invited", instant(7)));
  }

  @Test
  void the_first_time_counts() {
    assertThat(
            milestones(
                act("contribution_submitted", 1).at(9), act("contribution_submitted", 1).at(3)))
        .containsExactly(row("first_contribution", instant(3)));
  }

  @Test
  void a_grant_of_the_core_ring_makes_a_tester_and_a_core_tester() {
    assertThat(
            milestones(
                act("ring_granted", 1).with(RING, "dev").at(1),
                act("ring_granted", 1).with(RING, "core").at(2)))
        .containsExactly(row("core_tester", instant(2)), row("tester", instant(1)));
  }

  @Test
  void the_open_ring_and_no_ring_make_no_tester() {
    assertThat(
            milestones(
                act("ring_granted", 1).with(RING, "stable"),
                act("ring_granted", 1).with(RING, null)))
        .isEmpty();
  }

  @Test
  void joining_is_what_the_dimension_says_on_the_channel_of_entry() {
    var member = row("club", 1, "user", true, instant(4), date("2026-03-02"), "weibo");

    assertThat(
            MilestoneFact.from(events(), dimension(member))
                .select(MILESTONE, ACTOR_KIND, REACHED_TS, REACHED_DATE, CHANNEL)
                .collectAsList())
        .containsExactly(row("joined", "user", instant(4), date("2026-03-02"), "weibo"));
  }

  @Test
  void a_contact_of_nobody_known_is_none() {
    assertThat(milestones(act("member_contacted", 1))).isEmpty();
  }

  private static List<Row> milestones(Act... acts) {
    return MilestoneFact.from(events(acts), dimension(STRANGER))
        .orderBy(MILESTONE)
        .select(MILESTONE, REACHED_TS)
        .collectAsList();
  }

  private static Dataset<Row> dimension(Row... members) {
    return table(
        Table.CORE_DIM_MEMBER,
        List.of(
            COMMUNITY_ID,
            MEMBER_NUMBER,
            ACTOR_KIND,
            IS_CURRENT,
            JOINED_TS,
            JOINED_DATE,
            ENTRY_CHANNEL),
        members);
  }
}
