package groundswell.jobs.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.schemas.Fault;
import java.time.Clock;

/** The one JSON line that a run leaves on standard error; it carries no setting and no secret. */
final class LogLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogLine() {}

  static String of(StageReport report, Clock clock) {
    ObjectNode line = line("info", clock).put("event", "stage_done");
    line.setAll(report.json());
    return line.put("exit_code", 0).toString();
  }

  static String of(String stage, Fault fault, Clock clock) {
    return line(fault.isExpected() ? "error" : "fatal", clock)
        .put("event", "stage_failed")
        .put("stage", stage)
        .put("exit_code", fault.code().number())
        .put("reason", fault.sentence())
        .toString();
  }

  private static ObjectNode line(String level, Clock clock) {
    return JSON.createObjectNode().put("ts", clock.instant().toString()).put("level", level);
  }
}
