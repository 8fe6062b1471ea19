package groundswell.client;

/** A password or a token: usable, never shown. */
record Secret(String value) {
  Secret {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("A password or token must not be empty");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
