package groundswell.planning.simulate;

import groundswell.planning.scenario.ScenarioFile;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * {@link GrowthReplication} on its way to a worker: the scenario's text and the bundle's folder
 * travel, the network does not. Each process reads a bundle once.
 */
public final class CommunityReplication implements ReplicationRunner.Replication<GrowthHistory> {
  private static final long serialVersionUID = 1L;
  private final String label;
  private final String text;
  private final String folder;
  private transient volatile GrowthReplication growth;

  CommunityReplication(ScenarioFile file, Path folder) {
    this(file.path().toString(), file.text(), folder.toAbsolutePath().toString());
  }

  private CommunityReplication(String label, String text, String folder) {
    this.label = label;
    this.text = text;
    this.folder = folder;
    this.growth =
        new GrowthReplication(
            ScenarioFile.parse(Path.of(label), text).scenario(),
            BundleFolder.load(Path.of(folder)));
  }

  @Override
  public GrowthHistory run(int number) {
    return growth.run(number);
  }

  @Serial
  private Object readResolve() throws ObjectStreamException {
    return new CommunityReplication(label, text, folder);
  }
}
