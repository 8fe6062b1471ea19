package groundswell.planning.store;

/** Version of the product, as its jar says. */
public final class CodeVersion {
  private CodeVersion() {}

  public static String current() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
