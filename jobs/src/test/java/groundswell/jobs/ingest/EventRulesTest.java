package groundswell.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sentence per reason, each with the smallest row that shows it; no session is needed. */
class EventRulesTest {
  private static final String FOLLOW =
      """
      {"event_id":"e1","event_type":"follow","event_ts":"2026-03-14T09:30:00Z",\
      "received_ts":"2026-03-14T09:30:01Z","source_system":"app","actor_id":"ana",\
      "target_id":"ben","channel":"weibo"}""";
  private static final String ORDER =
      """
      {"event_id":"e2","event_type":"order_placed","event_ts":"2026-03-14T09:30:00Z",\
      "received_ts":"2026-03-14T09:30:01Z","source_system":"shop","channel":"shop",\
      "payload":{"order_id":"o1","line_no":1,"sku":"s","quantity":2,"unit_price":"19.90",\
      "currency":"CNY"}}""";

  @TempDir private Path folder;

  @Test
  void a_whole_event_is_taken() {
    assertThat(reasons(FOLLOW, ORDER)).isEmpty();
  }

  @Test
  void half_a_line_is_unparseable() {
    assertThat(reasons(FOLLOW.substring(0, 60))).containsExactly(Reason.UNPARSEABLE);
  }

  @Test
  void an_event_type_that_nobody_knows_is_refused() {
    assertThat(reasons(FOLLOW.replace("follow", "admire"))).containsExactly(Reason.SCHEMA_UNKNOWN);
  }

  @Test
  void an_empty_event_id_is_missing() {
    assertThat(reasons(FOLLOW.replace("\"e1\"", "\" \""))).containsExactly(Reason.MISSING_REQUIRED);
  }

  @Test
  void a_tie_without_a_target_is_incomplete() {
    assertThat(reasons(FOLLOW.replace("target_id", "other_id")))
        .containsExactly(Reason.MISSING_REQUIRED);
  }

  @Test
  void a_payload_field_that_the_type_needs_must_be_there() {
    assertThat(reasons(ORDER.replace("\"sku\"", "\"article\"")))
        .containsExactly(Reason.MISSING_REQUIRED);
  }

  @Test
  void words_are_no_number() {
    assertThat(reasons(ORDER.replace("\"quantity\":2", "\"quantity\":\"two\"")))
        .containsExactly(Reason.BAD_TYPE);
  }

  @Test
  void nobody_orders_nothing() {
    assertThat(reasons(ORDER.replace("\"quantity\":2", "\"quantity\":0")))
        .containsExactly(Reason.BAD_TYPE);
  }

  @Test
  void money_with_a_comma_is_bad_money() {
    assertThat(reasons(ORDER.replace("19.90", "19,90"))).containsExactly(Reason.BAD_MONEY);
  }

  @Test
  void a_price_below_zero_is_bad_money() {
    assertThat(reasons(ORDER.replace("19.90", "-19.90"))).containsExactly(Reason.BAD_MONEY);
  }

  @Test
  void a_currency_outside_iso_4217_is_bad_money() {
    assertThat(reasons(ORDER.replace("CNY", "QQQ"))).containsExactly(Reason.BAD_MONEY);
  }

  @Test
  void a_channel_outside_the_vocabulary_is_refused() {
    assertThat(reasons(FOLLOW.replace("weibo", "telegraph")))
        .containsExactly(Reason.UNKNOWN_CHANNEL);
  }

  @Test
  void a_member_who_acts_acts_somewhere() {
    assertThat(reasons(FOLLOW.replace("weibo", "unknown"))).containsExactly(Reason.UNKNOWN_CHANNEL);
  }

  @Test
  void the_year_1970_is_too_old() {
    assertThat(reasons(FOLLOW.replace("2026-03-14T09:30:00", "1970-01-01T00:00:00")))
        .containsExactly(Reason.TS_ANCIENT);
  }

  @Test
  void the_year_2260_is_too_far() {
    assertThat(reasons(FOLLOW.replace("2026-03-14", "2260-03-14")))
        .containsExactly(Reason.TS_FUTURE);
  }

  @Test
  void an_event_may_be_received_up_to_a_day_before_it_happened_and_no_more() {
    assertThat(reasons(FOLLOW.replace("2026-03-14T09:30:00Z", "2026-03-15T09:30:01Z"))).isEmpty();
    assertThat(reasons(FOLLOW.replace("2026-03-14T09:30:00Z", "2026-03-15T09:30:02Z")))
        .containsExactly(Reason.TS_FUTURE);
  }

  @Test
  void nobody_follows_oneself() {
    assertThat(reasons(FOLLOW.replace("ben", "ana"))).containsExactly(Reason.SELF_TIE);
  }

  @Test
  void without_consent_an_event_is_not_used() {
    assertThat(reasons(FOLLOW.replace("\"channel\"", "\"consent_scope\":\"none\",\"channel\"")))
        .containsExactly(Reason.NO_CONSENT);
  }

  @Test
  @Tag("guarantee-10")
  void of_several_faults_the_first_in_the_order_is_named() {
    assertThat(reasons(FOLLOW.replace("ben", "ana").replace("\"e1\"", "\"\"")))
        .containsExactly(Reason.MISSING_REQUIRED);
  }

  @Test
  void what_is_kept_of_a_refused_row_names_nobody() {
    for (String line :
        List.of(FOLLOW.replace("weibo", "x"), FOLLOW.substring(0, FOLLOW.indexOf("channel")))) {
      Rejection rejection = CanonicalLines.rejections(folder, line).get(0);

      assertThat(new String(rejection.raw(), StandardCharsets.UTF_8))
          .contains("actor_id")
          .doesNotContain("ana")
          .doesNotContain("ben");
      assertThat(rejection.detail()).doesNotContain("ana").doesNotContain("ben");
    }
  }

  private List<Reason> reasons(String... lines) {
    return CanonicalLines.rejections(folder, lines).stream().map(Rejection::reason).toList();
  }
}
