package groundswell.planning.calibrate;

/**
 * Arcs between members, as observed: from the member who acted to the one acted upon. The arrays
 * are handed over once and never written again; all have one entry per arc.
 *
 * @param actor dense member number of who acted
 * @param target dense member number of who was acted upon
 * @param tieClass code of {@link groundswell.planning.bundle.TieClass}
 * @param sinceDay day number of the first interaction
 */
public record Arcs(int[] actor, int[] target, byte[] tieClass, int[] sinceDay) {
  public Arcs {
    int n = actor.length;
    if (target.length != n || tieClass.length != n || sinceDay.length != n) {
      throw new IllegalArgumentException(
          "Arcs need arrays of one length but have %d, %d, %d, %d"
              .formatted(n, target.length, tieClass.length, sinceDay.length));
    }
  }

  public int count() {
    return actor.length;
  }

  /** Member who talks over an arc. */
  public int influencer(int arc, Direction direction) {
    return direction == Direction.ACTOR_TO_TARGET ? actor[arc] : target[arc];
  }

  /** Member who listens. */
  public int influenced(int arc, Direction direction) {
    return direction == Direction.ACTOR_TO_TARGET ? target[arc] : actor[arc];
  }
}
