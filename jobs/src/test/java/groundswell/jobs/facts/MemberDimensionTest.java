package groundswell.jobs.facts;

import static groundswell.schemas.Table.CORE_DIM_MEMBER;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MemberDimensionTest extends SparkCase {
  private static final String EVENT =
      "community_id STRING, event_id STRING, event_type STRING, event_ts TIMESTAMP,"
          + " event_date DATE, received_ts TIMESTAMP, actor_key STRING, actor_kind STRING,"
          + " channel STRING, target_key STRING, inviter_key STRING, referrer_key STRING,"
          + " linked_key STRING, ring STRING, region STRING, city STRING, age_band STRING,"
          + " entry_channel STRING, is_test BOOLEAN, replaces_event_id STRING, revision INT";

  private static final QualifyingTypes DEFAULT = QualifyingTypes.of(List.of());

  @Test
  void numbers_follow_the_first_event_and_within_it_the_role() {
    var dimension =
        dimension(
            event("e2", "reply_created", 2, "cid", null), event("e1", "mention", 1, "ben", "ana"));

    assertThat(numbers(dimension)).containsExactly(row("ben", 0), row("ana", 1), row("cid", 2));
  }

  @Test
  void known_members_keep_their_numbers_and_new_ones_are_appended() {
    var known = dimension(event("e5", "reply_created", 5, "ana", null));

    var next =
        MemberDimension.from(
            table(
                EVENT,
                event("e1", "reply_created", 1, "ben", null),
                event("e5", "reply_created", 5, "ana", null)),
            known,
            DEFAULT);

    assertThat(numbers(next)).containsExactly(row("ana", 0), row("ben", 1));
  }

  @Test
  void members_are_numbered_anew_when_one_of_them_has_no_event_left() {
    var known =
        dimension(
            event("e1", "reply_created", 1, "ana", null),
            event("e2", "reply_created", 2, "ben", null),
            event("e3", "reply_created", 3, "cid", null));

    var next =
        MemberDimension.from(
            table(
                EVENT,
                event("e2", "reply_created", 2, "ben", null),
                event("e3", "reply_created", 3, "cid", null),
                event("e4", "reply_created", 4, "dan", null)),
            known,
            DEFAULT);

    assertThat(numbers(next)).containsExactly(row("ben", 0), row("cid", 1), row("dan", 2));
  }

  @Test
  void a_ring_holds_from_its_grant_to_its_revocation() {
    var dimension =
        dimension(
            event("e1", "reply_created", 1, "ana", null),
            event("e2", "ring_granted", 2, "ana", null),
            event("e3", "ring_revoked", 3, "ana", null));

    assertThat(
            dimension
                .orderBy("valid_from_ts")
                .select("ring", "valid_from_ts", "is_current")
                .collectAsList())
        .containsExactly(
            row("stable", at(1), false), row("dev", at(2), false), row("stable", at(3), true));
  }

  @Test
  void who_was_only_named_by_others_has_not_joined() {
    var dimension = dimension(event("e1", "mention", 1, "ben", "ana"));

    assertThat(
            dimension.filter("member_key = 'ana'").select("joined_date", "entry_channel").first())
        .isEqualTo(row(null, "unknown"));
  }

  @Test
  void the_first_act_that_the_community_counts_is_the_day_of_joining() {
    var posts = new QualifyingTypes(Map.of("reply_created", Set.of("tea")));

    var dimension =
        dimension(
            posts,
            event("e1", "mention", 1, "ana", null),
            event("e2", "reply_created", 2, "ana", null),
            event("e3", "mention", 3, "ben", null));

    assertThat(dimension.orderBy("member_number").select("joined_ts").collectAsList())
        .containsExactly(row(at(2)), row((Object) null));
  }

  @Test
  void who_signs_up_has_joined_whatever_the_community_counts() {
    var posts = new QualifyingTypes(Map.of("reply_created", Set.of("tea")));

    var dimension = dimension(posts, event("e1", "member_joined", 1, "ana", null));

    assertThat(dimension.select("joined_ts").first()).isEqualTo(row(at(1)));
  }

  @Test
  void who_signs_up_twice_is_one_member_who_joined_the_first_time() {
    var dimension =
        dimension(
            event("e1", "member_joined", 5, "ana", null),
            event("e2", "member_joined", 1, "ana", null));

    assertThat(dimension.select("member_number", "joined_ts").collectAsList())
        .containsExactly(row(0, at(1)));
  }

  @Test
  void tests_and_corrected_events_leave_no_member() {
    Row test = with(event("e1", "reply_created", 1, "ana", null), 18, true);
    Row wrong = event("e2", "reply_created", 2, "ben", null);
    Row right = with(event("e3", "reply_created", 3, "cid", null), 19, "e2");

    assertThat(numbers(dimension(test, wrong, right))).containsExactly(row("cid", 0));
  }

  @Test
  void results_are_the_same_for_one_two_and_seven_partitions() {
    Row[] events = RandomCommunity.events("tea", 12, 200, 3).toArray(Row[]::new);
    var log = table(groundswell.schemas.Table.CORE_EVENT, RandomCommunity.COLUMNS, events);

    List<List<Row>> results = new ArrayList<>();
    for (int partitions : new int[] {1, 2, 7}) {
      var shuffled = log.repartition(partitions, col("event_id"));
      results.add(
          MemberDimension.from(shuffled, none(), DEFAULT)
              .orderBy("member_number", "valid_from_ts")
              .collectAsList());
    }

    assertThat(results.get(1)).isEqualTo(results.get(0)).isNotEmpty();
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }

  private static Dataset<Row> dimension(Row... events) {
    return dimension(DEFAULT, events);
  }

  private static Dataset<Row> dimension(QualifyingTypes qualifying, Row... events) {
    return MemberDimension.from(table(EVENT, events), none(), qualifying);
  }

  private static Dataset<Row> none() {
    return table(CORE_DIM_MEMBER, List.of());
  }

  private static List<Row> numbers(Dataset<Row> dimension) {
    return dimension
        .filter("is_current")
        .orderBy("member_number")
        .select("member_key", "member_number")
        .collectAsList();
  }

  private static Row event(String id, String type, int minute, String actor, String target) {
    return row(
        "tea",
        id,
        type,
        at(minute),
        Date.valueOf("2026-03-02"),
        at(minute),
        actor,
        "user",
        "forum",
        target,
        null,
        null,
        null,
        "dev",
        null,
        null,
        null,
        null,
        false,
        null,
        0);
  }

  private static Row with(Row event, int place, Object value) {
    Object[] values = new Object[event.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = index == place ? value : event.get(index);
    }
    return row(values);
  }

  private static Timestamp at(int minute) {
    return Timestamp.from(java.time.Instant.ofEpochSecond(1_772_409_600L + 60L * minute));
  }
}
