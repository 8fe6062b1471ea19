package groundswell.planning.simulate;

import groundswell.planning.scenario.ScenarioFile;
import java.io.Serial;
import java.nio.file.Path;

/**
 * {@link GrowthReplication} on its way to a worker: the scenario's text and the bundle's folder
 * travel, the network does not. Each process reads a bundle once.
 */
public final class CommunityReplication implements ReplicationRunner.Replication<GrowthHistory> {
  private static final long serialVersionUID = 1L;
  private final ScenarioText scenario;
  private final String folder;
  private final transient GrowthReplication growth;

  CommunityReplication(ScenarioFile file, Path folder) {
    this(ScenarioText.of(file), folder.toAbsolutePath().toString());
  }

  private CommunityReplication(ScenarioText scenario, String folder) {
    this.scenario = scenario;
    this.folder = folder;
    this.growth = new GrowthReplication(scenario.read(), BundleFolder.load(Path.of(folder)));
  }

  @Override
  public GrowthHistory run(int number) {
    return growth.run(number);
  }

  @Serial
  private Object readResolve() {
    return new CommunityReplication(scenario, folder);
  }
}
