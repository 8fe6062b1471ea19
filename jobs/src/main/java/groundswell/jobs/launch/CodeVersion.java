package groundswell.jobs.launch;

import java.util.Optional;

/** The version of the code that runs. */
final class CodeVersion {
  /** As the jar's manifest says; {@code development} outside a jar. */
  static final String CURRENT =
      Optional.ofNullable(CodeVersion.class.getPackage().getImplementationVersion())
          .orElse("development");

  private CodeVersion() {}
}
