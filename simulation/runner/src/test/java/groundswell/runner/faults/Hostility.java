package groundswell.runner.faults;

import java.util.List;
import java.util.random.RandomGenerator;

/** What comes in the place of a value, or happens to the bytes of a row, drawn from a seed. */
final class Hostility {
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "null",
          "NaN",
          "-1",
          "1,99",
          "1e400",
          "99999999999999999999",
          "0000-00-00",
          "1970-01-01T00:00:00Z",
          "2260-01-01T00:00:00Z",
          "2026-02-30T25:61:00Z",
          "2026-03-29T02:30:00+01:00",
          "'; DROP TABLE core.event; --",
          "<script>alert(1)</script>",
          "\u202egnirts",
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "tab\tbell\u0007",
          "\u0000",
          "\uffff",
          "../../etc/passwd",
          "\"",
          "{",
          "x".repeat(5_000));

  private final RandomGenerator random;

  Hostility(RandomGenerator random) {
    this.random = random;
  }

  /** True with a probability. */
  boolean strikes(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  /** Any number of the type, more often one at its ends. */
  long number() {
    return switch (random.nextInt(4)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      case 2 -> 0;
      default -> random.nextLong();
    };
  }

  /** The bytes with one to three of them changed, put in or taken out; or cut short. */
  byte[] damaged(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    if (strikes(0.1)) {
      return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    byte[] damaged = bytes.clone();
    for (int hit = random.nextInt(3); hit >= 0; hit--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
