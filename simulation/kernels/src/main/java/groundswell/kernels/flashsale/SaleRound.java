package groundswell.kernels.flashsale;

import groundswell.kernels.Require;

/**
 * One round after the other of the same sale.
 *
 * @param freshStock units added for this round [units], &ge; 0; what was left is on sale too
 * @param newReservations reservations made since the last round [members], &ge; 0
 */
public record SaleRound(long freshStock, long newReservations) {
  public SaleRound {
    Require.between("freshStock", freshStock, 0, 1L << 40);
    Require.between("newReservations", newReservations, 0, 1L << 40);
  }
}
