package groundswell.generate.world;

/**
 * Outcome of a contagion: when each person was reached, why and by whom. Arrays are handed over
 * once and never written again.
 *
 * @param day day of being reached, or {@link #NEVER}
 * @param cause one of the cause codes below, by person; meaningless where never reached
 * @param source who persuaded, or -1
 * @param order people in the order of being reached
 * @param firstOf position in {@code order} of the first person of each day, one entry more than
 *     days
 */
public record Spread(int[] day, byte[] cause, int[] source, int[] order, int[] firstOf) {
  public static final int NEVER = Integer.MAX_VALUE;
  public static final byte EXTERNAL = 0;
  public static final byte STRONG = 1;
  public static final byte WEAK = 2;
  public static final byte BROADCAST = 3;

  /** Reached by a programme or a sale, not by a hazard. */
  public static final byte GIVEN = 4;

  /** Names of the causes, by code. */
  public static final java.util.List<String> CAUSES =
      java.util.List.of("external", "strong", "weak", "broadcast", "given");

  /** How many people were reached. */
  public int reached() {
    return order.length;
  }

  /** How many were reached on a day. */
  public int reachedOn(int onDay) {
    return firstOf[onDay + 1] - firstOf[onDay];
  }

  /** The {@code index}-th person reached on a day. */
  public int personOn(int onDay, int index) {
    return order[firstOf[onDay] + index];
  }
}
