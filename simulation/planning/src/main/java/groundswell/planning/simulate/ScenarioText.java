package groundswell.planning.simulate;

import groundswell.planning.scenario.Scenario;
import groundswell.planning.scenario.ScenarioFile;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * A scenario on its way to a worker: its text travels and is read again there.
 *
 * @param path named in messages only
 * @param replications the number of histories, which the command line may have changed
 */
record ScenarioText(String path, String text, int replications) implements Serializable {
  private static final long serialVersionUID = 1L;

  static ScenarioText of(ScenarioFile file) {
    int replications = file.scenario().wordOfMouth().replications();
    return new ScenarioText(file.path().toString(), file.text(), replications);
  }

  Scenario read() {
    return ScenarioFile.parse(Path.of(path), text).withReplications(replications).scenario();
  }
}
