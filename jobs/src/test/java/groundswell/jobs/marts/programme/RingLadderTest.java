package groundswell.jobs.marts.programme;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.marts.members.MemberMartCase;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.ring_ladder} promises, one sentence per test; 2 March 2026 is a Monday. */
class RingLadderTest extends MemberMartCase {
  private static final Row[] TWO_WEEKS = {
    on("2026-03-02", "forum", 1), on("2026-03-15", "forum", 1)
  };

  @Test
  void who_is_promoted_leaves_one_ring_for_another() {
    var mart =
        ladder(
            version(1, "2026-03-02 10:00:00", "stable"), version(1, "2026-03-10 10:00:00", "core"));

    assertThat(week(mart, "2026-03-09", MEMBERS, MEMBERS_BEFORE, PROMOTED_IN, PROMOTED_OUT))
        .containsExactly(row("core", 1L, 0L, 1L, 0L), row("stable", 0L, 1L, 0L, 1L));
  }

  @Test
  void a_ring_further_out_is_a_demotion() {
    var mart =
        ladder(
            version(1, "2026-03-02 10:00:00", "dev"), version(1, "2026-03-10 10:00:00", "stable"));

    assertThat(week(mart, "2026-03-09", DEMOTED_IN, DEMOTED_OUT))
        .containsExactly(row("dev", 0L, 1L), row("stable", 1L, 0L));
  }

  @Test
  void who_joins_enters_the_ring_of_the_end_of_the_week_and_who_leaves_leaves_that_of_the_last() {
    var mart =
        ladder(
            gone("2026-03-12", version(1, "2026-03-02 10:00:00", "stable")),
            gone("2026-03-12", version(1, "2026-03-04 10:00:00", "dev")));

    assertThat(week(mart, "2026-03-02", MEMBERS, ENTRANTS, PROMOTED_IN))
        .containsExactly(row("dev", 1L, 1L, 0L));
    assertThat(week(mart, "2026-03-09", MEMBERS, LEAVERS)).containsExactly(row("dev", 0L, 1L));
  }

  @Test
  void of_two_rings_on_one_day_the_later_holds() {
    var mart =
        ladder(version(1, "2026-03-02 10:00:00", "core"), version(1, "2026-03-02 11:00:00", "dev"));

    assertThat(week(mart, "2026-03-02", MEMBERS)).containsExactly(row("dev", 1L));
  }

  @Test
  void a_ring_stands_beside_what_it_is_planned_for() {
    var mart = ladder(version(1, "2026-03-02 10:00:00", "core"));

    assertThat(rows(mart, "week_date = DATE '2026-03-02'", RING, RING, TARGET_MEMBERS, TARGET_RATE))
        .containsExactly(
            row("core", 100L, 0.01),
            row("dev", 100_000L, 0.0),
            row("honorary_beta", 1_000L, 0.0),
            row("stable", 10_000_000L, 0.0),
            row("unknown", null, null));
  }

  @Test
  void a_ring_in_which_nobody_was_active_has_no_active_members() {
    var mart = ladder(version(1, "2026-03-02 10:00:00", "core"));

    assertThat(rows(mart, "ring = 'core'", WEEK_DATE, WEEK_DATE, MEMBERS, ACTIVE_MEMBERS))
        .containsExactly(
            row(Date.valueOf("2026-03-02"), 1L, 1L), row(Date.valueOf("2026-03-09"), 1L, 0L));
  }

  @Test
  void a_change_of_region_is_no_move() {
    var mart =
        ladder(version(1, "2026-03-02 10:00:00", "dev"), version(1, "2026-03-10 10:00:00", "dev"));

    assertThat(week(mart, "2026-03-09", MEMBERS, MEMBERS_BEFORE))
        .containsExactly(row("dev", 1L, 1L));
  }

  @Test
  void who_is_staff_or_never_joined_or_left_at_once_is_on_no_ring() {
    var mart =
        ladder(
            version(1, "2026-03-02 10:00:00", "dev"),
            row(
                "tea",
                2,
                "founder",
                stamp("2026-03-02 10:00:00"),
                day("2026-03-02"),
                "core",
                day("2026-03-02"),
                null),
            row(
                "tea",
                3,
                "user",
                stamp("2026-03-02 10:00:00"),
                day("2026-03-02"),
                "core",
                null,
                null),
            gone("2026-03-02", version(4, "2026-03-02 10:00:00", "core")));

    assertThat(week(mart, "2026-03-02", MEMBERS)).containsExactly(row("dev", 1L));
  }

  private static Row version(int member, String from, String ring) {
    return row(
        "tea",
        member,
        "user",
        stamp(from),
        day(from.substring(0, 10)),
        ring,
        day("2026-03-02"),
        null);
  }

  private static Row gone(String leftDay, Row version) {
    return row(
        version.get(0),
        version.get(1),
        version.get(2),
        version.get(3),
        version.get(4),
        version.get(5),
        version.get(6),
        day(leftDay));
  }

  private static Timestamp stamp(String instant) {
    return Timestamp.valueOf(instant);
  }

  private static Date day(String date) {
    return Date.valueOf(date);
  }

  private static Dataset<Row> ladder(Row... versions) {
    return RingLadder.from(
        table(
            "community_id STRING, member_number INT, actor_kind STRING, valid_from_ts TIMESTAMP,"
                + " valid_from_date DATE, ring STRING, joined_date DATE, left_date DATE",
            versions),
        lives(TWO_WEEKS),
        table(
            "community_id STRING, week_date DATE, ring STRING, active_members BIGINT",
            row("tea", Date.valueOf("2026-03-02"), "core", 1L)));
  }

  /** The rings with anything to tell in the week, by name. */
  private static List<Row> week(Dataset<Row> mart, String monday, String... columns) {
    String[] named = new String[columns.length + 1];
    named[0] = RING;
    System.arraycopy(columns, 0, named, 1, columns.length);
    return rows(
        mart,
        "week_date = DATE '%s' AND members + members_before > 0".formatted(monday),
        RING,
        named);
  }
}
