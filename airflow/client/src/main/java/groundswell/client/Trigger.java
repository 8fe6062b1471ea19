package groundswell.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A wish for one run. The caller makes the run id, so that asking twice starts one run.
 *
 * @param parameters the run's configuration: JSON types only
 */
public record Trigger(String dagId, String runId, Map<String, Object> parameters) {
  public Trigger {
    Id.check("DAG id", dagId);
    Id.check("run id", runId);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Airflow demands that {@code logical_date} is present, also when there is none. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("dag_run_id", runId);
    body.put("logical_date", null);
    body.put("conf", parameters);
    return body;
  }
}
