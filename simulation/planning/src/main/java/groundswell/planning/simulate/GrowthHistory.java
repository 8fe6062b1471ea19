package groundswell.planning.simulate;

import java.io.Serializable;

/**
 * One simulated history of the community, day by day from as_of. Arrays are handed over once and
 * never written again.
 *
 * @param won members won by the end of a day, with the seed programme [day]
 * @param wonWithout the same random numbers without the seed programme [day]
 * @param negative members won by the end of a day who speak badly of it [day]
 * @param credit adoptions by cause over all days: seeds, outside, then each tie class
 */
public record GrowthHistory(int[] won, int[] wonWithout, int[] negative, double[] credit)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Members won by the end of a day; before the first day nobody. */
  public int wonBy(int day) {
    return day < 0 ? 0 : won[Math.min(day, won.length - 1)];
  }
}
