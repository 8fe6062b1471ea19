package groundswell.client;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake server, a fake clock and a client of both, fresh for each test. */
abstract class AirflowCase {
  static final String DAG = "groundswell_launch";
  static final String RUN = "spring-24";
  static final String LOGIN = "POST /auth/token";
  static final String TRIGGER = "POST /api/v2/dags/groundswell_launch/dagRuns";
  static final String LOOK = "GET /api/v2/dags/groundswell_launch/dagRuns/spring-24";
  static final Trigger WISH = new Trigger(DAG, RUN, Map.of("scenario", "spring.yaml"));

  FakeAirflow server;
  FakeTime time;
  AirflowClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FakeAirflow();
    time = new FakeTime();
    client = client(time.waiting());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  AirflowClient client(Waiting waiting) {
    return new AirflowClient(server.address(), Login.password("ana", "opensesame"), waiting);
  }

  static String run(String state) {
    return Calls.answer("run").put("state", state).toString();
  }

  static FakeAirflow.Reply busy(int status, String retryAfter) {
    return new FakeAirflow.Reply(status, "{}", retryAfter);
  }
}
