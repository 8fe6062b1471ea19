package groundswell.planning.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.planning.store.StageResult;
import groundswell.schemas.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints results for people, or the same numbers as JSON. */
final class Console {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Settings settings;
  private final PrintWriter out;

  Console(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /** One line: stage, rows in, rows out, rejected, seconds; or one JSON object. */
  void print(StageResult result, double seconds, Map<String, Object> more) {
    if (settings.isJson()) {
      json(result, seconds, more);
    } else if (!settings.isQuiet()) {
      out.printf(
          Locale.ROOT,
          "%-9s %,d rows in, %,d rows out, %,d rejected, %.1f s%n%s%n",
          result.stage(),
          result.rowsIn(),
          result.rowsOut(),
          result.rejected(),
          seconds,
          result.note());
    }
    out.flush();
  }

  private void json(StageResult result, double seconds, Map<String, Object> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", result.stage());
    fields.put("rows_in", result.rowsIn());
    fields.put("rows_out", result.rowsOut());
    fields.put("rejected", result.rejected());
    fields.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
    fields.put("run_id", result.runId());
    fields.put("published", result.published().stream().map(Table::fullName).toList());
    fields.put("note", result.note());
    fields.putAll(more);
    try {
      out.println(JSON.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot print as JSON", e);
    }
  }
}
