package groundswell.planning.bundle;

import java.util.Locale;

/**
 * Tie class of an arc: how the channel casts a message × how strong the tie is.
 *
 * <p>The code is the byte that the network file keeps per arc; it never changes.
 */
public enum TieClass {
  DIRECT_WEAK(0, Strength.WEAK),
  DIRECT_STRONG(1, Strength.STRONG),
  BROADCAST_WEAK(2, Strength.WEAK),
  BROADCAST_STRONG(3, Strength.STRONG),
  FORUM_WEAK(4, Strength.WEAK),
  FORUM_STRONG(5, Strength.STRONG);

  private static final TieClass[] BY_CODE = values();

  private final byte code;
  private final Strength strength;

  TieClass(int code, Strength strength) {
    this.code = (byte) code;
    this.strength = strength;
  }

  /**
   * Class of a tie.
   *
   * @param channel channel of the interactions, as in {@code dim_channel}
   * @param strength strength class of the pair
   */
  public static TieClass of(String channel, Strength strength) {
    boolean strong = strength == Strength.STRONG;
    return switch (channel) {
      case "weibo" -> strong ? BROADCAST_STRONG : BROADCAST_WEAK;
      case "forum", "build_vote" -> strong ? FORUM_STRONG : FORUM_WEAK;
      default -> strong ? DIRECT_STRONG : DIRECT_WEAK;
    };
  }

  /** Class with this code in the network file. */
  public static TieClass of(int code) {
    return BY_CODE[code];
  }

  /** How many classes there are: the length of every per-class array. */
  public static int count() {
    return BY_CODE.length;
  }

  public byte code() {
    return code;
  }

  public Strength strength() {
    return strength;
  }

  /** Name in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Strength of a tie, as {@code mart.tie_strength} classes it. */
  public enum Strength {
    WEAK,
    STRONG;

    public static Strength of(String tieStrengthClass) {
      return "strong".equals(tieStrengthClass) ? STRONG : WEAK;
    }
  }
}
