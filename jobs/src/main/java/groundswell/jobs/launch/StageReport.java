package groundswell.jobs.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** One stage of a run in one line. */
public record StageReport(String stage, Summary summary, double seconds) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For people. */
  public String text() {
    if (summary.equals(Summary.NOTHING)) {
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

  /** For machines: {@code {"stage","rows_in","rows_out","rejected","seconds"}}. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("stage", stage);
    json.put("rows_in", summary.rowsIn());
    json.put("rows_out", summary.rowsOut());
    json.put("rejected", summary.rejected());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    return json;
  }
}
