package groundswell.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.jobs.launch.StageReport;
import java.nio.file.Path;
import java.util.List;

/** The demo's numbers for machines: {@code {"stages":[…],"report":PATH}}. */
final class DemoJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoJson() {}

  static String of(List<StageReport> stages, Path report) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode list = json.putArray("stages");
    stages.forEach(stage -> list.add(stage.json()));
    json.put("report", report.toString());
    return json.toString();
  }
}
