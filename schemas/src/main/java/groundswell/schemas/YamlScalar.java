package groundswell.schemas;

/**
 * A single value.
 *
 * @param text as written, without quotes
 * @param isPlain true when it stood without quotes
 */
public record YamlScalar(String place, String text, boolean isPlain) implements YamlNode {

  /** True for nothing, {@code ~} and {@code null}. */
  public boolean isNull() {
    return isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"));
  }

  @Override
  public String kind() {
    return isNull() ? "nothing" : "'" + text + "'";
  }
}
