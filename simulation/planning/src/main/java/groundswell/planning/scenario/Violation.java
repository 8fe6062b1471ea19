package groundswell.planning.scenario;

/**
 * One thing in a scenario file that breaks its schema.
 *
 * @param path where, in dotted form, for example {@code channel.show_up.beta[1]}
 * @param line line of the file, from 1
 * @param value what is written there
 * @param broken what is wrong with it
 * @param hint what would be right
 */
public record Violation(String path, int line, String value, String broken, String hint) {
  @Override
  public String toString() {
    return "line %d: %s is %s: %s%n  right would be: %s".formatted(line, path, value, broken, hint);
  }
}
