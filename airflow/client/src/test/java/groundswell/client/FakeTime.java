package groundswell.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A clock that only moves when somebody sleeps, and a die that always shows the middle. */
final class FakeTime implements InstantSource, Waiting.Sleeper {
  static final Instant START = Instant.parse("2026-03-14T09:00:00Z");

  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private Instant now = START;

  Waiting waiting() {
    return waiting(1L << 63); // as a double: exactly one half, no jitter
  }

  Waiting waiting(long draw) {
    RandomGenerator chance = () -> draw;
    return new Waiting(this, this, chance);
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  Duration passed() {
    return Duration.between(START, instant());
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }
}
