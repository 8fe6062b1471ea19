package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.marts.members.MemberMartCase;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.seeding_funnel} promises, one sentence per test; 2 March 2026 is a Monday. */
class SeedingFunnelTest extends MemberMartCase {
  private static final String NOON = "2026-03-02 12:00:00";

  @Test
  void of_a_thousand_contacted_a_hundred_become_testers() {
    Row[] milestones =
        IntStream.range(0, 1000)
            .boxed()
            .flatMap(
                member ->
                    member >= 100
                        ? Stream.of(reached(member, "contacted", NOON))
                        : Stream.of(
                            reached(member, "contacted", NOON),
                            reached(member, "joined", "2026-03-03 12:00:00"),
                            reached(member, "tester", "2026-03-04 12:00:00")))
            .toArray(Row[]::new);

    assertThat(steps(milestones, COHORT_MEMBERS, BASE_MEMBERS, MEMBERS_REACHED, OVERALL_RATE))
        .contains(row("tester", 1000L, 100L, 100L, 0.1), row("joined", 1000L, 1000L, 100L, 0.1));
  }

  @Test
  void a_step_takes_the_time_since_its_base_and_since_the_entry() {
    var steps =
        steps(
            new Row[] {
              reached(1, "contacted", NOON),
              reached(1, "joined", "2026-03-02 12:00:50"),
              reached(1, "first_contribution", "2026-03-02 12:01:00"),
              reached(2, "contacted", NOON),
              reached(2, "joined", "2026-03-02 12:00:10"),
              reached(2, "first_contribution", "2026-03-02 12:00:40")
            },
            STEP_SECONDS_P50,
            STEP_SECONDS_MEAN,
            OVERALL_SECONDS_P50,
            OVERALL_SECONDS_MEAN);

    assertThat(steps).contains(row("first_contribution", 10L, 20.0, 40L, 50.0));
  }

  @Test
  void a_step_before_its_base_step_is_not_reached() {
    assertThat(
            steps(
                new Row[] {
                  reached(1, "contacted", NOON),
                  reached(1, "tester", "2026-03-03 12:00:00"),
                  reached(1, "joined", "2026-03-04 12:00:00")
                },
                BASE_MEMBERS,
                MEMBERS_REACHED,
                STEP_RATE))
        .contains(row("tester", 1L, 0L, 0.0), row("core_tester", 0L, 0L, null));
  }

  @Test
  void a_step_after_the_window_of_90_days_is_not_reached() {
    assertThat(
            steps(
                new Row[] {
                  reached(1, "contacted", NOON),
                  reached(1, "joined", "2026-05-31 12:00:00"),
                  reached(1, "tester", "2026-05-31 12:00:01")
                },
                MEMBERS_REACHED))
        .contains(row("joined", 1L), row("tester", 0L));
  }

  @Test
  void who_was_never_sought_out_enters_by_joining() {
    var mart = funnel(reached(1, "joined", NOON), reached(1, "contacted", "2026-03-05 12:00:00"));

    assertThat(rows(mart, "entry_step = 'joined'", FUNNEL_STEP, FUNNEL_STEP, MEMBERS_REACHED))
        .containsExactly(
            row("core_tester", 0L),
            row("first_contribution", 0L),
            row("joined", 1L),
            row("tester", 0L));
    assertThat(rows(mart, "entry_step <> 'joined'", FUNNEL_STEP, FUNNEL_STEP)).isEmpty();
  }

  @Test
  void an_invitation_before_any_contact_is_the_entry() {
    var mart = funnel(reached(1, "invited", NOON), reached(1, "contacted", "2026-03-05 12:00:00"));

    assertThat(rows(mart, "true", FUNNEL_STEP, ENTRY_STEP, FUNNEL_STEP).get(0))
        .isEqualTo(row("invited", "core_tester"));
    assertThat(rows(mart, "funnel_step = 'contacted'", FUNNEL_STEP, FUNNEL_STEP)).isEmpty();
  }

  @Test
  void a_cohort_whose_window_is_not_over_is_censored() {
    assertThat(
            rows(
                funnel(
                    reached(1, "contacted", NOON), reached(2, "contacted", "2026-03-09 12:00:00")),
                "funnel_step = 'contacted'",
                WEEK_DATE,
                WEEK_DATE,
                IS_CENSORED))
        .containsExactly(
            row(Date.valueOf("2026-03-02"), false), row(Date.valueOf("2026-03-09"), true));
  }

  @Test
  void staff_is_no_cohort() {
    var staff =
        row("tea", 1, "employee", "joined", Timestamp.valueOf(NOON), Date.valueOf("2026-03-02"));

    assertThat(funnel(staff).collectAsList()).isEmpty();
  }

  private static Row reached(int member, String milestone, String instant) {
    return row(
        "tea",
        member,
        "user",
        milestone,
        Timestamp.valueOf(instant),
        Date.valueOf(instant.substring(0, 10)));
  }

  /** Data reach to the end of the window of those who entered in the week of 2 March. */
  private static Dataset<Row> funnel(Row... milestones) {
    return SeedingFunnel.from(
        table(
            "community_id STRING, member_number INT, actor_kind STRING, milestone STRING,"
                + " reached_ts TIMESTAMP, reached_date DATE",
            milestones),
        lives(on("2026-03-02", "forum", 1), on("2026-06-06", "forum", 1)));
  }

  private static List<Row> steps(Row[] milestones, String... columns) {
    String[] named = new String[columns.length + 1];
    named[0] = FUNNEL_STEP;
    System.arraycopy(columns, 0, named, 1, columns.length);
    return rows(funnel(milestones), "entry_step = 'contacted'", FUNNEL_STEP, named);
  }
}
