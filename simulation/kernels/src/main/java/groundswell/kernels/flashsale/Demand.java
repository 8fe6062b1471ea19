package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * Who comes to a sale.
 *
 * @param reservations R, holders of a reservation [members]
 * @param showUp s, probability that a holder comes [0..1]
 * @param walkIns mean of members who come without a reservation (Poisson) [members]
 * @param buyProbability c, probability that somebody who came wants to buy [0..1]
 * @param limitPerMember most units per buyer; each count from 1 to the limit is equally likely
 */
public record Demand(
    long reservations, double showUp, double walkIns, double buyProbability, int limitPerMember) {
  public Demand {
    Require.between("reservations", reservations, 0, 1L << 40);
    Require.inRange("showUp", showUp, 0, 1);
    Require.inRange("walkIns", walkIns, 0, 1e12);
    Require.inRange("buyProbability", buyProbability, 0, 1);
    Require.between("limitPerMember", limitPerMember, 1, 1000);
  }

  /** Holders who all want one unit if they come; nobody else. */
  public static Demand ofReservations(long reservations, double showUp) {
    return new Demand(reservations, showUp, 0, 1, 1);
  }
}
