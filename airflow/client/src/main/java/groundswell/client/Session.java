package groundswell.client;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls on behalf of one user. Logs in at the first call, and once more when the server answers
 * 401, which means that nothing was done. Thread-safe: threads share one token and one login.
 */
final class Session {
  private static final String TOKEN_PATH = "/auth/token";

  private final Transport transport;
  private final Login login;
  private Secret token; // guarded by this

  Session(Transport transport, Login login) {
    this.transport = transport;
    this.login = login;
  }

  HttpResponse<String> call(Function<Optional<Secret>, HttpResponse<String>> request) {
    Secret first = tokenAfter(null);
    var response = request.apply(Optional.of(first));
    if (response.statusCode() != 401 || login instanceof Login.Token) {
      return response;
    }
    return request.apply(Optional.of(tokenAfter(first)));
  }

  /** The token, a new one if {@code refused} is still the present one. */
  private synchronized Secret tokenAfter(Secret refused) {
    if (Objects.equals(token, refused)) {
      token = login instanceof Login.Password user ? fetch(user) : ((Login.Token) login).token();
    }
    return token;
  }

  private Secret fetch(Login.Password user) {
    var body = Map.of("username", user.user(), "password", user.password().value());
    var response = transport.post(TOKEN_PATH, Optional.empty(), body);
    String call = "POST " + TOKEN_PATH;
    if (response.statusCode() != 201) {
      throw Refusal.of(call, response.statusCode(), response.body());
    }
    return new Secret(Answer.parse(call, response.body()).text("access_token"));
  }
}
