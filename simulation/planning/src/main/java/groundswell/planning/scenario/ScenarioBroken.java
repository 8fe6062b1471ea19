package groundswell.planning.scenario;

import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario file broke its schema; nothing was computed. */
public final class ScenarioBroken extends Refusal {
  private static final long serialVersionUID = 1L;
  private final transient List<Violation> violations;

  ScenarioBroken(String file, List<Violation> violations) {
    super(
        ExitCode.CONFIGURATION,
        "%s: %d violations of the scenario schema%n%s"
            .formatted(
                file,
                violations.size(),
                violations.stream().map(Violation::toString).collect(Collectors.joining("\n"))));
    this.violations = List.copyOf(violations);
  }

  /** Each violation with its path, line, value and hint. */
  public List<Violation> violations() {
    return violations;
  }
}
