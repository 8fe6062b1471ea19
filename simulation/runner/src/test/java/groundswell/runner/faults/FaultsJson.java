package groundswell.runner.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The findings for machines. */
final class FaultsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultsJson() {}

  static String of(FaultFindings findings) {
    ObjectNode json = JSON.createObjectNode();
    json.put("seed", findings.seed());
    json.put("seconds", findings.spent().toSeconds());
    json.put("harmless", findings.isHarmless());
    kills(json.putArray("named_kills"), findings.named());
    kills(json.putArray("random_kills"), findings.random());
    ArrayNode formats = json.putArray("fuzzed");
    findings.fuzzed().forEach(rows -> formats.add(fuzzed(rows)));
    findings.problems().forEach(json.putArray("problems")::add);
    return json.toString();
  }

  private static void kills(ArrayNode array, List<Kill> kills) {
    for (Kill kill : kills) {
      array
          .addObject()
          .put("step", kill.step().words())
          .put("moment", kill.moment())
          .put("published", kill.isPublished())
          .put("harmless", kill.isHarmless());
    }
  }

  private static ObjectNode fuzzed(Fuzzed rows) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", rows.format().suffix());
    json.put("files", rows.files()).put("rows_read", rows.rows());
    json.put("events_read", rows.events()).put("accepted", rows.accepted());
    json.put("duplicate", rows.duplicate()).put("rejected", rows.rejected());
    ObjectNode reasons = json.putObject("reasons");
    rows.reasons().forEach(reasons::put);
    return json;
  }
}
