package groundswell.jobs.marts.ties;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code mart.touch_association} promises; who rises does so on 10 April. */
class TouchAssociationTest extends TouchCase {
  private static final String DAY = "2026-04-01 10:00:00";

  @Test
  void the_ratio_is_moves_seen_over_moves_expected_from_those_not_touched() {
    // touched: 3 of 4 rise; of the 8 others 2, so 1 of 4 is expected
    var mart = association(touchedUpTo(4), community(4, 3, 8, 2));

    assertThat(
            all(
                mart,
                TOUCHED_DAYS,
                TOUCHED_MOVES,
                COMPARABLE_DAYS,
                COMPARABLE_MOVES,
                EXPECTED_MOVES,
                EXPECTED_MOVE_RATE,
                RISK_RATIO))
        .containsExactly(row(4L, 3L, 8L, 2L, 1.0, 0.25, 3.0));
  }

  @Test
  void the_interval_joins_those_of_both_rates_on_the_logarithm() {
    // Wilson (3 of 4): [0.300642, 0.954413]; variance of the expected: 16 * 0.25 * 0.75 / 8 = 0.375
    // low = 3 / exp(sqrt(ln(0.75 / 0.300642)^2 + 3.841459 * 0.375 / 1))
    var ends = all(association(touchedUpTo(4), community(4, 3, 8, 2)), RISK_RATIO_LOW).get(0);
    double far = Math.log(0.75 / 0.300642);

    assertThat(ends.getDouble(0))
        .isCloseTo(3 / Math.exp(Math.sqrt(far * far + 3.841459 * 0.375)), within(1e-5));
  }

  @Test
  void without_a_move_the_ratio_is_0_and_its_upper_end_that_of_the_rate() {
    var mart = association(touchedUpTo(4), community(4, 0, 8, 2));
    var ends = all(mart, RISK_RATIO, RISK_RATIO_LOW, TOUCHED_MOVE_HIGH, RISK_RATIO_HIGH).get(0);

    assertThat(ends.getDouble(0)).isZero();
    assertThat(ends.getDouble(1)).isZero();
    assertThat(ends.getDouble(3)).isCloseTo(ends.getDouble(2) / 0.25, within(1e-12));
  }

  @Test
  void where_none_is_expected_there_is_no_ratio() {
    assertThat(
            all(
                association(touchedUpTo(4), community(4, 3, 8, 0)),
                EXPECTED_MOVES,
                RISK_RATIO,
                RISK_RATIO_LOW,
                RISK_RATIO_HIGH))
        .containsExactly(row(0.0, null, null, null));
  }

  @Test
  void only_members_in_the_same_state_on_the_same_day_are_compared() {
    List<Row> stays = new ArrayList<>(community(1, 1, 1, 0));
    stays.add(stay(50, "2026-03-02", null, "fan"));
    stays.add(stay(51, "2026-04-02", null, "weak"));
    stays.add(stay(52, "2026-03-02", "2026-04-01", "weak"));

    assertThat(all(association(touchedUpTo(1), stays), COMPARABLE_DAYS)).containsExactly(row(1L));
  }

  @Test
  void who_was_touched_earlier_in_the_stay_is_compared_no_more_and_counts_once() {
    Row[] touches = {
      touch(1, "meetup", DAY),
      touch(1, "meetup", "2026-04-03 10:00:00"),
      touch(2, "meetup", "2026-04-03 10:00:00")
    };
    var mart = association(touches, community(2, 0, 3, 0));

    // on 1 April four others; on 3 April three, for member 1 is out
    assertThat(all(mart, TOUCHED_DAYS, COMPARABLE_DAYS)).containsExactly(row(2L, 7L));
  }

  @Test
  void a_move_counts_from_the_day_after_to_28_days_after() {
    Row[] touches = {
      touch(0, "meetup", "2026-03-13 10:00:00"), touch(1, "meetup", "2026-03-12 10:00:00")
    };

    assertThat(all(association(touches, community(2, 2, 1, 0)), TOUCHED_DAYS, TOUCHED_MOVES))
        .containsExactly(row(2L, 1L));
  }

  @Test
  void a_touch_on_the_day_of_the_move_belongs_to_the_new_state() {
    Row[] touches = {touch(0, "meetup", "2026-04-10 10:00:00")};
    var mart = association(touches, community(1, 1, 1, 0));

    assertThat(
            rows(mart, "tie_state <> 'all'", TIE_STATE, TIE_STATE, TOUCHED_MOVES, UNMATCHED_DAYS))
        .containsExactly(row("strong", 0L, 1L));
  }

  @Test
  void falling_back_is_no_move_up() {
    List<Row> stays =
        List.of(
            stay(0, "2026-03-02", "2026-04-10", "fan"),
            stay(0, "2026-04-10", null, "none"),
            stay(1, "2026-03-02", null, "fan"));

    assertThat(all(association(touchedUpTo(1), stays), TOUCHED_DAYS, TOUCHED_MOVES))
        .containsExactly(row(1L, 0L));
  }

  @Test
  void a_day_without_28_days_of_data_after_it_is_not_told() {
    Row[] late = {touch(0, "meetup", "2026-05-04 10:00:00")};
    Row[] justInTime = {touch(0, "meetup", "2026-05-03 10:00:00")};

    assertThat(association(late, community(1, 0, 1, 0)).collectAsList()).isEmpty();
    assertThat(all(association(justInTime, community(1, 0, 1, 0)), TOUCHED_DAYS))
        .containsExactly(row(1L));
  }

  @Test
  void other_touches_are_not_told() {
    Row[] touches = {touch(0, "exposure", DAY), touch(1, "service_reply_later", DAY)};

    assertThat(association(touches, community(2, 1, 2, 1)).collectAsList()).isEmpty();
  }

  /** Members 0, 1, … come to a meetup on the day. */
  private static Row[] touchedUpTo(int members) {
    Row[] touches = new Row[members];
    for (int member = 0; member < members; member++) {
      touches[member] = touch(member, "meetup", DAY);
    }
    return touches;
  }

  /** So many weak members of whom so many rise, and others of whom so many rise. */
  private static List<Row> community(int touched, int rising, int others, int othersRising) {
    List<Row> stays = new ArrayList<>();
    for (int member = 0; member < touched + others; member++) {
      boolean rises = member < touched ? member < rising : member - touched < othersRising;
      stays.add(stay(member, "2026-03-02", rises ? "2026-04-10" : null, "weak"));
      if (rises) {
        stays.add(stay(member, "2026-04-10", null, "strong"));
      }
    }
    return stays;
  }

  private static Dataset<Row> association(Row[] touches, List<Row> stays) {
    return TouchAssociation.from(stays(stays.toArray(Row[]::new)), touches(touches), life());
  }

  private static List<Row> all(Dataset<Row> mart, String... columns) {
    return rows(mart, "tie_state = 'all' AND touch_kind = 'meetup'", TIE_STATE, columns);
  }
}
