package groundswell.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The world's time and chance, handed in so that tests need no patience. Thread-safe. */
record Waiting(InstantSource clock, Sleeper sleeper, RandomGenerator chance) {

  /** Lets a thread wait. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  static Waiting real() {
    return new Waiting(
        InstantSource.system(),
        time -> Thread.sleep(time.toMillis()),
        () -> ThreadLocalRandom.current().nextLong());
  }

  /** Waits between 80 % and 120 % of {@code time}: many clients must not ask in step. */
  void about(Duration time, String call) {
    exactly(Duration.ofMillis((long) (time.toMillis() * (0.8 + 0.4 * chance.nextDouble()))), call);
  }

  void exactly(Duration time, String call) {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AirflowError.Interrupted(call, e);
    }
  }
}
