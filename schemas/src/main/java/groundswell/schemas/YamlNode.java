package groundswell.schemas;

/** A value of a YAML file, with the place where it stands. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
  /** File and line, e.g. {@code source.yaml:12}. */
  String place();

  /** What it is, in words for a message. */
  String kind();

  /** Refusal of this value; the sentence goes on after the place. */
  default Refusal problem(String sentence) {
    return new Refusal(ExitCode.CONFIGURATION, place() + ": " + sentence);
  }
}
