package groundswell.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends requests. GETs are tried again when the server is busy or away, nothing else is: what
 * changes something might have happened although the answer was lost. Thread-safe.
 */
final class Transport {
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final URI server;
  private final Waiting waiting;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Transport(URI server, Waiting waiting) {
    this.server = server;
    this.waiting = waiting;
  }

  HttpResponse<String> get(String path, Optional<Secret> token) {
    String call = "GET " + path;
    HttpRequest request = request(path, token).GET().build();
    Duration pause = FIRST_PAUSE;
    for (int trial = 1; ; trial++) {
      try {
        var response = send(call, request);
        if (trial == TRIES || !isBusy(response.statusCode())) {
          return response;
        }
        pauseFor(response, pause, call);
      } catch (AirflowError.Unreachable e) {
        if (trial == TRIES) {
          throw e;
        }
        waiting.about(pause, call);
      }
      pause = pause.multipliedBy(2);
    }
  }

  HttpResponse<String> post(String path, Optional<Secret> token, Object body) {
    var json = BodyPublishers.ofString(Answer.write(body));
    return send("POST " + path, request(path, token).POST(json).build());
  }

  private HttpRequest.Builder request(String path, Optional<Secret> token) {
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(ANSWER_WITHIN)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.value()));
    return request;
  }

  private HttpResponse<String> send(String call, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AirflowError.Unreachable(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AirflowError.Interrupted(call, e);
    }
  }

  private void pauseFor(HttpResponse<String> response, Duration pause, String call) {
    var wish = response.headers().firstValue("Retry-After");
    var asked = wish.flatMap(value -> RetryAfter.of(value, waiting.clock().instant()));
    if (asked.isPresent()) {
      waiting.exactly(asked.get(), call);
    } else {
      waiting.about(pause, call);
    }
  }

  private static boolean isBusy(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }
}
