package groundswell.planning.simulate;

import java.io.Serializable;

/**
 * One simulated sale: who came, and per round what was offered, allocated, paid and returned, in
 * whole units. Arrays are handed over once and never written again.
 *
 * @param demand who came
 * @param ledger what happened, {@link Column} by column [round x column]
 * @param sellOutS time until the offered units are allocated [round, s]; NaN when some are left
 */
public record SaleDraw(SaleDemand demand, long[] ledger, double[] sellOutS)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int COLUMNS = Column.values().length;

  /** Columns of the ledger [units or members]. */
  public enum Column {
    OPEN(0),
    OFFERED(1),
    WANTED(2),
    ALLOCATED(3),
    PAID(4),
    RETURNED(5),
    UNSERVED(6);

    private final int place;

    Column(int place) {
      this.place = place;
    }
  }

  public int rounds() {
    return sellOutS.length;
  }

  public long of(Column column, int round) {
    return ledger[round * COLUMNS + column.place];
  }

  /** Sum over the rounds. */
  public long sum(Column column) {
    long sum = 0;
    for (int round = 0; round < rounds(); round++) {
      sum += of(column, round);
    }
    return sum;
  }
}
