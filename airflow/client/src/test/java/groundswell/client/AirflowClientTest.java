package groundswell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each call sends and what it makes of the answer. */
class AirflowClientTest extends AirflowCase {

  @Test
  void health_needs_no_login_and_tells_what_is_alive() {
    server.on("GET /api/v2/monitor/health", 200, Calls.answer("health").toString());

    Health health = client.health();

    assertThat(health.canRun()).isTrue();
    assertThat(health.scheduler()).contains("healthy");
    assertThat(health.triggerer()).isEmpty();
    assertThat(server.seen()).hasSize(1);
    assertThat(server.seen().get(0).authorization()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadatabase", "scheduler"})
  void without_database_or_scheduler_nothing_runs(String part) {
    var answer = Calls.answer("health");
    answer.withObject("/" + part).put("status", "unhealthy");
    server.on("GET /api/v2/monitor/health", 200, answer.toString());

    assertThat(client.health().canRun()).isFalse();
  }

  @Test
  void the_login_sends_exactly_the_documented_fields() throws Exception {
    server.on(LOOK, 200, run("success"));

    client.run(DAG, RUN);

    var sent = new ObjectMapper().readTree(server.seen(LOGIN).get(0).body());
    assertThat(sent).isEqualTo(Calls.named("login").path("sends"));
    assertThat(server.seen(LOOK).get(0).authorization()).isEqualTo("Bearer token-1");
  }

  @Test
  void a_trigger_sends_exactly_the_documented_fields() throws Exception {
    server.on(TRIGGER, 200, Calls.answer("trigger").toString());

    DagRun run = client.trigger(WISH);

    assertThat(new ObjectMapper().readTree(server.seen(TRIGGER).get(0).body()))
        .isEqualTo(Calls.named("trigger").path("sends"));
    assertThat(run)
        .isEqualTo(
            new DagRun(DAG, RUN, RunState.QUEUED, "queued", Optional.empty(), Optional.empty()));
  }

  @Test
  void a_run_carries_its_state_and_its_times() {
    server.on(LOOK, 200, Calls.answer("run").toString());

    DagRun run = client.run(DAG, RUN);

    assertThat(run.state()).isEqualTo(RunState.SUCCESS);
    assertThat(run.started()).contains(OffsetDateTime.parse("2026-03-14T09:00:01Z"));
    assertThat(run.ended()).contains(OffsetDateTime.parse("2026-03-14T09:05:00Z"));
  }

  @Test
  void every_documented_state_is_known_and_an_unknown_one_is_not_final() {
    assertThat(Calls.runStates()).hasSize(4).noneMatch(word -> RunState.of(word) == RunState.OTHER);
    assertThat(RunState.of("awaiting_input").isFinal()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a b", "a/b", "春季 24", "🚀", "a%2Fb", "a?b=c", "a+b", "a;b", "#a"})
  void any_id_is_one_path_segment(String id) {
    assertThat(catchMissing(id)).isNotNull();

    String path = server.seen().get(1).path();
    String segment = path.substring("/api/v2/dags/groundswell_launch/dagRuns/".length());
    assertThat(segment).matches("[A-Za-z0-9%._*-]+");
    assertThat(URI.create("http://x/" + segment).getPath()).isEqualTo("/" + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void an_id_that_is_no_name_is_refused_before_anything_is_sent(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> client.run(DAG, id));
    assertThatIllegalArgumentException().isThrownBy(() -> new Trigger(id, RUN, Map.of()));
    assertThat(server.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "host:8080", "/api", "http://ana:opensesame@host"})
  void an_address_that_is_no_plain_web_address_is_refused_without_quoting_a_password(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AirflowClient.of(URI.create(uri), Login.token("t")))
        .withMessageNotContaining("opensesame")
        .withMessageContaining("http(s)://host");
  }

  @Test
  void no_password_and_no_token_appears_in_any_text_of_the_client() {
    assertThat(Login.password("ana", "opensesame").toString()).doesNotContain("opensesame");
    assertThat(Login.token("token-1").toString()).doesNotContain("token-1");
    assertThat(client.toString()).doesNotContain("opensesame").contains("127.0.0.1");
  }

  private AirflowError catchMissing(String id) {
    try {
      client.run(DAG, id);
      return null;
    } catch (AirflowError e) {
      return e;
    }
  }
}
