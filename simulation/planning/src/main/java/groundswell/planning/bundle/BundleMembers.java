package groundswell.planning.bundle;

/**
 * The members of a bundle, by dense index: the index is the member's number in the network file.
 * Arrays are handed over once and never written again; all have one entry per member.
 *
 * @param memberKey pseudonym
 * @param ring ring on the bundle's day
 * @param channel home channel
 * @param city city; empty when unknown
 * @param value what the member has paid so far [currency units of the community]
 * @param joinedDay day of joining, as day number from the epoch
 * @param adoptedDay day of first adoption, as day number from the epoch, or {@link #NEVER}
 */
public record BundleMembers(
    String[] memberKey,
    String[] ring,
    String[] channel,
    String[] city,
    double[] value,
    int[] joinedDay,
    int[] adoptedDay) {
  /** Adoption day of a member who has not adopted. */
  public static final int NEVER = Integer.MAX_VALUE;

  public int count() {
    return memberKey.length;
  }
}
