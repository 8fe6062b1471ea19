package groundswell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a run is followed to its end. */
class FollowTest extends AirflowCase {
  private static final Duration HOUR = Duration.ofHours(1);
  private final List<RunState> news = new ArrayList<>();

  @Test
  void each_state_is_told_once_and_the_last_one_is_returned() {
    List.of("queued", "queued", "running", "running", "running", "success")
        .forEach(state -> server.on(LOOK, 200, run(state)));

    DagRun run = follow(HOUR);

    assertThat(run.state()).isEqualTo(RunState.SUCCESS);
    assertThat(news).containsExactly(RunState.QUEUED, RunState.RUNNING, RunState.SUCCESS);
  }

  @Test
  void a_failed_run_is_an_end_and_no_error() {
    server.on(LOOK, 200, run("failed"));

    assertThat(follow(HOUR).state()).isEqualTo(RunState.FAILED);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void the_pauses_grow_from_one_second_to_ten() {
    IntStream.range(0, 9).forEach(i -> server.on(LOOK, 200, run("running")));
    server.on(LOOK, 200, run("success"));

    follow(HOUR);

    assertThat(time.pauses())
        .extracting(Duration::toMillis)
        .containsExactly(1000L, 1500L, 2250L, 3375L, 5062L, 7593L, 10000L, 10000L, 10000L);
  }

  @Test
  void the_jitter_stays_within_a_fifth() {
    assertThat(pauseWithDraw(0)).isEqualTo(Duration.ofMillis(800));
    assertThat(pauseWithDraw(-1)).isBetween(Duration.ofMillis(1199), Duration.ofMillis(1200));
  }

  @Test
  void an_unknown_state_is_followed_further() {
    server.on(LOOK, 200, run("awaiting_input")).on(LOOK, 200, run("success"));

    assertThat(follow(HOUR).state()).isEqualTo(RunState.SUCCESS);
    assertThat(news).containsExactly(RunState.OTHER, RunState.SUCCESS);
  }

  @Test
  void the_deadline_ends_the_following_and_says_what_was_seen_last() {
    server.on(LOOK, 200, run("running"));

    assertThatExceptionOfType(AirflowError.NotFinished.class)
        .isThrownBy(() -> follow(Duration.ofSeconds(30)))
        .withMessage("Run 'spring-24' is not final after PT30S; last seen: running");
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_server_that_is_away_for_a_while_is_waited_for() {
    server.on(LOOK, 200, run("running"));
    IntStream.range(0, 12).forEach(i -> server.on(LOOK, FakeAirflow.CUT_OFF, ""));
    server.on(LOOK, 200, run("success"));

    assertThat(follow(HOUR).state()).isEqualTo(RunState.SUCCESS);
    assertThat(news).containsExactly(RunState.RUNNING, RunState.SUCCESS);
  }

  @Test
  void a_run_that_does_not_exist_is_not_waited_for() {
    server.on(LOOK, 404, Calls.refusal("run", 404));

    assertThatThrownBy(() -> follow(HOUR)).isInstanceOf(AirflowError.Missing.class);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void an_interrupted_thread_stops_waiting_and_stays_interrupted() {
    server.on(LOOK, 200, run("running"));
    var impatient =
        client(
            new Waiting(
                time,
                pause -> {
                  throw new InterruptedException();
                },
                () -> 0));

    assertThatThrownBy(() -> impatient.follow(DAG, RUN, HOUR, run -> {}))
        .isInstanceOf(AirflowError.Interrupted.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void many_threads_share_one_login() throws Exception {
    server.on(LOOK, 200, run("success"));
    var threads = Executors.newFixedThreadPool(4);
    try {
      var runs = threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> follower()).toList());
      for (Future<DagRun> run : runs) {
        assertThat(run.get().state()).isEqualTo(RunState.SUCCESS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.seen(LOGIN)).hasSize(1);
    assertThat(server.seen(LOOK)).hasSize(40);
  }

  private Callable<DagRun> follower() {
    return () -> client.follow(DAG, RUN, HOUR, run -> {});
  }

  private DagRun follow(Duration patience) {
    return client.follow(DAG, RUN, patience, run -> news.add(run.state()));
  }

  private Duration pauseWithDraw(long draw) {
    var ownTime = new FakeTime();
    server.forget(LOOK).on(LOOK, 200, run("running")).on(LOOK, 200, run("success"));
    client(ownTime.waiting(draw)).follow(DAG, RUN, HOUR, run -> {});
    return ownTime.pauses().get(0);
  }
}
