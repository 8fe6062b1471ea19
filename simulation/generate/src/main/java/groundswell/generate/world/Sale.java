package groundswell.generate.world;

/**
 * One flash sale, from its reservations to who was allocated. Arrays are handed over once and never
 * written again.
 *
 * @param number 0 for the first sale
 * @param opensAt T0 [microseconds UTC]
 * @param stock units on sale
 * @param reservedOn day of the reservation by person, or {@link Spread#NEVER}
 * @param attempts who tried to buy, in the order in which the gate let them through
 * @param servedAt when the gate let each attempt through [microseconds UTC]
 * @param allocated how many of the attempts, from the first, got a unit
 */
public record Sale(
    int number,
    int day,
    long opensAt,
    int stock,
    int[] reservedOn,
    int[] attempts,
    long[] servedAt,
    int allocated) {
  /** Name of the launch. */
  public String launchId() {
    return "aurora-2-round-" + (number + 1);
  }

  /** True for somebody to whom a unit was allocated. */
  public boolean got(int person) {
    for (int index = 0; index < allocated; index++) {
      if (attempts[index] == person) {
        return true;
      }
    }
    return false;
  }
}
