package groundswell.planning.simulate;

import java.io.Serializable;

/**
 * Who comes in one draw, before anything is sold. Arrays are handed over once and never written
 * again.
 *
 * @param draw number of the draw
 * @param signal reservations counted before the opening
 * @param reservations reservations at the opening
 * @param parameters the uncertain parameters of the draw
 * @param fresh members who come for the first time [round]
 */
public record SaleDemand(
    int draw, long signal, long reservations, DrawnParameters parameters, long[] fresh)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Everybody who comes in any round. */
  public long total() {
    long sum = 0;
    for (long members : fresh) {
      sum += members;
    }
    return sum;
  }
}
