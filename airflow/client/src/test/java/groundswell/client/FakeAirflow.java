package groundswell.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback that plays back answers, one queue per call; the last one stays. */
final class FakeAirflow implements AutoCloseable {
  static final int CUT_OFF = -1;

  /** One answer: status, body and perhaps a {@code Retry-After} header. */
  record Reply(int status, String body, String retryAfter) {}

  /** One request as it came in, with its path still encoded. */
  record Seen(String method, String path, String authorization, String body) {
    String call() {
      return method + " " + path;
    }
  }

  private final Map<String, ConcurrentLinkedDeque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpServer http;

  FakeAirflow() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
    on("POST /auth/token", 201, Calls.answer("login").toString());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  FakeAirflow on(String call, int status, String body) {
    return on(call, new Reply(status, body, null));
  }

  FakeAirflow on(String call, Reply reply) {
    replies.computeIfAbsent(call, key -> new ConcurrentLinkedDeque<>()).add(reply);
    return this;
  }

  /** Forgets the answers of a call, so that it can be taught others. */
  FakeAirflow forget(String call) {
    replies.remove(call);
    return this;
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  List<Seen> seen(String call) {
    return seen.stream().filter(request -> request.call().equals(call)).toList();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getRawPath();
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      var request = new Seen(exchange.getRequestMethod(), path, authorization, body);
      seen.add(request);
      answer(exchange, next(request.call()));
    }
  }

  private synchronized Reply next(String call) {
    var queue = replies.get(call);
    if (queue == null) {
      return new Reply(500, "{\"detail\": \"the fake knows no " + call + "\"}", null);
    }
    return queue.size() > 1 ? queue.poll() : queue.peek();
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == CUT_OFF) {
      return; // closing the exchange without an answer breaks the connection
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    if (reply.retryAfter() != null) {
      exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
    }
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
