package groundswell.jobs.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** One stage of a run in one line. */
public record StageReport(String stage, Summary summary, double seconds) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For people. */
  public String text() {
    if (summary.rowsIn() == 0 && !summary.isNew()) {
      return String.format(Locale.ROOT, "%-10s nothing new (%.1f s)", stage, seconds);
    }
    return String.format(
        Locale.ROOT,
        "%-10s %,d rows in, %,d rows out, %,d rejected, %.1f s",
        stage,
        summary.rowsIn(),
        summary.rowsOut(),
        summary.rejected(),
        seconds);
  }

  /** For machines: the numbers, the run whose state is there now, the tables it changed. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("stage", stage);
    json.put("rows_in", summary.rowsIn());
    json.put("rows_out", summary.rowsOut());
    json.put("rejected", summary.rejected());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("run_id", summary.runId());
    ArrayNode published = json.putArray("published");
    summary.published().forEach(table -> published.add(table.fullName()));
    return json;
  }
}
