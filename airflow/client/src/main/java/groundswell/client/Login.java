package groundswell.client;

/** Who asks: a name and its password, or a token that somebody else fetched. */
public sealed interface Login {

  /** Logs in by name and password, and again whenever the token has expired. */
  static Login password(String user, String password) {
    if (user == null || user.isBlank()) {
      throw new IllegalArgumentException("A user name must not be empty");
    }
    return new Password(user, new Secret(password));
  }

  /** Uses this token as it is; when it has expired, calls end with {@link AirflowError.Denied}. */
  static Login token(String token) {
    return new Token(new Secret(token));
  }

  /** Name and password of a user. */
  record Password(String user, Secret password) implements Login {}

  /** A token that was fetched elsewhere. */
  record Token(Secret token) implements Login {}
}
