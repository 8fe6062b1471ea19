package groundswell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does when the server does not do what was asked. */
class FailureTest extends AirflowCase {

  @Test
  void a_run_id_that_exists_is_adopted() {
    server.on(TRIGGER, 409, Calls.refusal("trigger", 409)).on(LOOK, 200, run("running"));

    assertThat(client.trigger(WISH).state()).isEqualTo(RunState.RUNNING);
    assertThat(server.seen(TRIGGER)).hasSize(1);
  }

  @Test
  void a_conflict_with_another_run_is_no_adoption() {
    server.on(TRIGGER, 409, Calls.refusal("trigger", 409)).on(LOOK, 404, Calls.refusal("run", 404));

    assertThatExceptionOfType(AirflowError.Conflict.class)
        .isThrownBy(() -> client.trigger(WISH))
        .withMessageContaining("The DagRun already exists");
  }

  @Test
  void a_trigger_whose_answer_was_lost_finds_its_run_and_is_not_sent_again() {
    server.on(TRIGGER, FakeAirflow.CUT_OFF, "").on(LOOK, 200, run("queued"));

    assertThat(client.trigger(WISH).state()).isEqualTo(RunState.QUEUED);
    assertThat(server.seen(TRIGGER)).hasSize(1);
  }

  @Test
  void a_trigger_that_never_arrived_says_so() {
    server.on(TRIGGER, FakeAirflow.CUT_OFF, "").on(LOOK, 404, Calls.refusal("run", 404));

    assertThatExceptionOfType(AirflowError.Unreachable.class)
        .isThrownBy(() -> client.trigger(WISH))
        .withMessageContaining("POST /api/v2/dags/groundswell_launch/dagRuns");
  }

  @Test
  void an_expired_token_costs_one_new_login() {
    server
        .forget(LOGIN)
        .on(LOGIN, 201, Calls.answer("login").toString())
        .on(LOGIN, 201, Calls.answer("login").put("access_token", "token-2").toString())
        .on(LOOK, 401, Calls.refusal("run", 401))
        .on(LOOK, 200, run("success"));

    assertThat(client.run(DAG, RUN).state()).isEqualTo(RunState.SUCCESS);
    assertThat(server.seen(LOOK))
        .extracting(FakeAirflow.Seen::authorization)
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void a_second_401_is_final() {
    server.on(LOOK, 401, Calls.refusal("run", 401));

    assertThatExceptionOfType(AirflowError.Denied.class)
        .isThrownBy(() -> client.run(DAG, RUN))
        .withMessageContaining("Token Expired");
    assertThat(server.seen(LOGIN)).hasSize(2);
  }

  @Test
  void a_given_token_is_not_renewed() {
    server.on(LOOK, 401, Calls.refusal("run", 401));
    var stranger = new AirflowClient(server.address(), Login.token("given"), time.waiting());

    assertThatThrownBy(() -> stranger.run(DAG, RUN)).isInstanceOf(AirflowError.Denied.class);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void a_forbidden_run_is_denied_without_another_login() {
    server.on(LOOK, 403, Calls.refusal("run", 403));

    assertThatThrownBy(() -> client.run(DAG, RUN)).isInstanceOf(AirflowError.Denied.class);
    assertThat(server.seen(LOGIN)).hasSize(1);
  }

  @Test
  void a_wrong_field_is_named() {
    server.on(TRIGGER, 422, Calls.refusal("trigger", 422));

    assertThatExceptionOfType(AirflowError.WrongField.class)
        .isThrownBy(() -> client.trigger(WISH))
        .withMessageContaining("Input should be a valid datetime")
        .satisfies(e -> assertThat(e.field()).isEqualTo("body.logical_date"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void a_busy_server_is_asked_again_after_growing_pauses(int status) {
    IntStream.range(0, 3).forEach(i -> server.on(LOOK, busy(status, null)));
    server.on(LOOK, 200, run("running"));

    assertThat(client.run(DAG, RUN).state()).isEqualTo(RunState.RUNNING);
    assertThat(time.pauses())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void a_server_that_stays_busy_is_given_up_after_five_tries() {
    server.on(LOOK, busy(503, null));

    assertThatExceptionOfType(AirflowError.Busy.class)
        .isThrownBy(() -> client.run(DAG, RUN))
        .withMessageContaining("503");
    assertThat(server.seen(LOOK)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "Sat, 14 Mar 2026 09:00:07 GMT"})
  void the_pause_that_the_server_asks_for_is_kept(String retryAfter) {
    server.on(LOOK, busy(429, retryAfter)).on(LOOK, 200, run("running"));

    client.run(DAG, RUN);

    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void a_pause_that_is_absurd_is_cut_to_five_minutes_and_one_in_the_past_to_none() {
    assertThat(RetryAfter.of("999999999", FakeTime.START)).contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.of("-3", FakeTime.START)).contains(Duration.ZERO);
    assertThat(RetryAfter.of("Fri, 13 Mar 2026 09:00:00 GMT", FakeTime.START))
        .contains(Duration.ZERO);
    assertThat(RetryAfter.of("soon", FakeTime.START)).isEmpty();
  }

  @Test
  void a_trigger_is_never_repeated_by_itself_when_the_server_is_busy() {
    server.on(TRIGGER, busy(503, "1"));

    assertThatThrownBy(() -> client.trigger(WISH)).isInstanceOf(AirflowError.Busy.class);
    assertThat(server.seen(TRIGGER)).hasSize(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void every_field_that_is_read_is_missed_when_it_is_gone() {
    for (String field : Calls.needs("run")) {
      var answer = Calls.answer("run");
      answer.remove(field);
      server.forget(LOOK).on(LOOK, 200, answer.toString());

      assertThatExceptionOfType(AirflowError.Unreadable.class)
          .as(field)
          .isThrownBy(() -> client.run(DAG, RUN))
          .withMessageContaining("'" + field + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "null", "{\"state\": 7}"})
  void an_answer_that_is_no_run_is_unreadable_and_is_not_quoted(String body) {
    server.on(LOOK, 200, body);

    assertThatExceptionOfType(AirflowError.Unreadable.class)
        .isThrownBy(() -> client.run(DAG, RUN))
        .withMessageNotContaining("html");
  }

  @Test
  void a_wrong_password_is_denied_and_not_quoted() {
    server.forget(LOGIN).on(LOGIN, 401, "{\"detail\": \"Invalid credentials\"}");

    assertThatExceptionOfType(AirflowError.Denied.class)
        .isThrownBy(() -> client.run(DAG, RUN))
        .withMessageContaining("Invalid credentials")
        .withMessageNotContaining("opensesame");
  }

  @Test
  void a_server_that_is_gone_is_unreachable() {
    server.close();

    assertThatExceptionOfType(AirflowError.Unreachable.class)
        .isThrownBy(client::health)
        .withMessageContaining("GET /api/v2/monitor/health");
    assertThat(time.pauses()).hasSize(4);
  }
}
