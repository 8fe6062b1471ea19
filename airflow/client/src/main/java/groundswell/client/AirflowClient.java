package groundswell.client;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts and follows runs on an Airflow 3 server. Thread-safe; make one and share it.
 *
 * <pre>{@code
 * var airflow = AirflowClient.of(URI.create("http://127.0.0.1:8080"), Login.password("ana", word));
 * airflow.trigger(new Trigger("groundswell_launch", "spring-24", Map.of("scenario", file)));
 * var run = airflow.follow("groundswell_launch", "spring-24", Duration.ofHours(1), out::println);
 * }</pre>
 */
public final class AirflowClient {
  private static final Duration FIRST_POLL = Duration.ofSeconds(1);
  private static final Duration LAST_POLL = Duration.ofSeconds(10);
  private static final String API = "/api/v2";

  private final Transport transport;
  private final Session session;
  private final Waiting waiting;
  private final URI server;

  AirflowClient(URI server, Login login, Waiting waiting) {
    this.server = server;
    this.waiting = waiting;
    this.transport = new Transport(server, waiting);
    this.session = new Session(transport, login);
  }

  /** A client of {@code server}, e.g. {@code https://airflow.example.org}; asks nothing yet. */
  public static AirflowClient of(URI server, Login login) {
    String scheme = server.getScheme();
    boolean isWeb = "http".equals(scheme) || "https".equals(scheme);
    if (!isWeb || server.getHost() == null || server.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "An Airflow address must be http(s)://host[:port] without a user but its scheme is '%s', its host '%s'"
              .formatted(scheme, server.getHost()));
    }
    String address = server.toString().replaceAll("/+$", "");
    return new AirflowClient(URI.create(address), login, Waiting.real());
  }

  /** Which parts of the server are alive; needs no login. */
  public Health health() {
    String path = API + "/monitor/health";
    return Health.of(success("GET " + path, transport.get(path, Optional.empty())));
  }

  /**
   * Starts a run, or finds it when this id was triggered before, also when the first answer was
   * lost. Asking twice starts one run.
   */
  public DagRun trigger(Trigger wish) {
    String path = runs(wish.dagId());
    HttpResponse<String> response;
    try {
      response = session.call(token -> transport.post(path, token, wish.body()));
    } catch (AirflowError.Unreachable lost) {
      return adopt(wish, lost);
    }
    return response.statusCode() == 409
        ? adopt(wish, Refusal.of("POST " + path, 409, response.body()))
        : DagRun.of(success("POST " + path, response));
  }

  /** The run as it is now. */
  public DagRun run(String dagId, String runId) {
    String path = runs(dagId) + "/" + Id.segment("run id", runId);
    return DagRun.of(success("GET " + path, session.call(token -> transport.get(path, token))));
  }

  /**
   * Waits until the run is final: asks after 1 s, then ever more rarely up to every 10 s. A server
   * that is away for a while is waited for.
   *
   * @param news gets the run whenever its state has changed
   * @throws AirflowError.NotFinished when the run is not final within {@code patience}
   */
  public DagRun follow(String dagId, String runId, Duration patience, Consumer<DagRun> news) {
    var deadline = waiting.clock().instant().plus(patience);
    String lastSeen = "nothing";
    for (Duration pause = FIRST_POLL; ; pause = longer(pause)) {
      Optional<DagRun> seen = look(dagId, runId);
      if (seen.isPresent() && !seen.get().word().equals(lastSeen)) {
        lastSeen = seen.get().word();
        news.accept(seen.get());
      }
      if (seen.isPresent() && seen.get().state().isFinal()) {
        return seen.get();
      }
      var left = Duration.between(waiting.clock().instant(), deadline);
      if (left.isNegative() || left.isZero()) {
        throw new AirflowError.NotFinished(runId, lastSeen, patience);
      }
      waiting.about(pause.compareTo(left) < 0 ? pause : left, "following run '" + runId + "'");
    }
  }

  @Override
  public String toString() {
    return "AirflowClient[" + server + "]";
  }

  private DagRun adopt(Trigger wish, AirflowError otherwise) {
    try {
      return run(wish.dagId(), wish.runId());
    } catch (AirflowError.Missing | AirflowError.Unreachable e) {
      throw otherwise;
    }
  }

  /** The run now; empty when the server is away. */
  private Optional<DagRun> look(String dagId, String runId) {
    try {
      return Optional.of(run(dagId, runId));
    } catch (AirflowError.Unreachable | AirflowError.Busy away) {
      return Optional.empty();
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(LAST_POLL) > 0 ? LAST_POLL : next;
  }

  private static String runs(String dagId) {
    return API + "/dags/" + Id.segment("DAG id", dagId) + "/dagRuns";
  }

  private static Answer success(String call, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw Refusal.of(call, response.statusCode(), response.body());
    }
    return Answer.parse(call, response.body());
  }
}
