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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_contribution} promises, one sentence per test. */
class ContributionFactTest extends SparkCase {
  @Test
  void a_submission_and_its_acceptance_are_one_contribution() {
    assertThat(
            contributions(
                List.of(CONTRIBUTION_ID, MEMBER_NUMBER, SUBMITTED_TS, ACCEPTED_TS, ACCEPTED_DATE),
                submitted(1, "w").at(0),
                accepted("w").at(60)))
        .containsExactly(row("w", 1, instant(0), instant(60), date("2026-03-02")));
  }

  @Test
  void the_first_of_several_submissions_counts() {
    assertThat(
            contributions(
                List.of(MEMBER_NUMBER, CONTRIBUTION_TYPE),
                submitted(2, "w").with(CONTRIBUTION_TYPE, "theme").at(9),
                submitted(1, "w").with(CONTRIBUTION_TYPE, "code").at(3)))
        .containsExactly(row(1, "code"));
  }

  @Test
  void an_acceptance_alone_names_the_member_whom_it_is_directed_at() {
    assertThat(
            contributions(
                List.of(MEMBER_NUMBER, SUBMITTED_TS, ACCEPTED_TS),
                accepted("w").with(TARGET_NUMBER, 1).at(5)))
        .containsExactly(row(1, null, instant(5)));
  }

  @Test
  void a_contribution_without_a_name_goes_by_its_object_or_its_event() {
    assertThat(
            contributions(
                List.of(CONTRIBUTION_ID),
                act("contribution_submitted", 1).with(OBJECT_ID, "o"),
                act("contribution_submitted", 1).with(EVENT_ID, "lone")))
        .containsExactlyInAnyOrder(row("o"), row("lone"));
  }

  @Test
  void what_and_who_is_not_known_is_unknown() {
    assertThat(contributions(List.of(CONTRIBUTION_TYPE, ACTOR_KIND), submitted(null, "w")))
        .containsExactly(row("unknown", "unknown"));
  }

  @Test
  void the_kind_is_that_of_the_member_and_not_of_the_event() {
    assertThat(contributions(List.of(ACTOR_KIND), submitted(7, "w").with(ACTOR_KIND, "user")))
        .containsExactly(row("employee"));
  }

  private static Act submitted(Integer member, String contribution) {
    return act("contribution_submitted", member).with(CONTRIBUTION_ID, contribution);
  }

  private static Act accepted(String contribution) {
    return act("contribution_accepted", 7).with(CONTRIBUTION_ID, contribution);
  }

  private static List<Row> contributions(List<String> columns, Act... acts) {
    var dimMember =
        table(
            Table.CORE_DIM_MEMBER,
            List.of(COMMUNITY_ID, MEMBER_NUMBER, ACTOR_KIND, IS_CURRENT),
            row("club", 1, "user", true),
            row("club", 7, "employee", true));
    Column[] selected = columns.stream().map(functions::col).toArray(Column[]::new);
    return ContributionFact.from(events(acts), dimMember).select(selected).collectAsList();
  }
}
