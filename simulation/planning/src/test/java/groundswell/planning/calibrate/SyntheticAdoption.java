package groundswell.planning.calibrate;

import groundswell.kernels.random.Draws;
import groundswell.kernels.random.KeyedRandom;
import groundswell.planning.bundle.TieClass;
import java.util.Arrays;

/** A small community whose members adopt by known hazards, day by day, by plain simulation. */
record SyntheticAdoption(AdoptionHistory history, Arcs arcs) {
  static SyntheticAdoption of(
      long seed, int members, int days, double external, double weak, double strong) {
    Arcs arcs = ring(seed, members);
    int[] adopted = new int[members];
    Arrays.fill(adopted, AdoptionHistory.NEVER);
    KeyedRandom random = new KeyedRandom(Draws.key(seed, 0, 2));
    for (int day = 1; day <= days; day++) {
      double[] hazard = hazards(arcs, adopted, day, new double[] {external, weak, strong});
      for (int member = 0; member < members; member++) {
        double draw = random.nextDouble();
        if (adopted[member] == AdoptionHistory.NEVER && draw < -Math.expm1(-hazard[member])) {
          adopted[member] = day;
        }
      }
    }
    int[] from = new int[members];
    int[] until = new int[members];
    Arrays.fill(from, 1);
    Arrays.fill(until, days);
    return new SyntheticAdoption(new AdoptionHistory(from, until, adopted, 1, days), arcs);
  }

  private static double[] hazards(Arcs arcs, int[] adopted, int day, double[] rates) {
    double[] hazard = new double[adopted.length];
    Arrays.fill(hazard, rates[0]);
    for (int arc = 0; arc < arcs.count(); arc++) {
      int since = adopted[arcs.actor()[arc]];
      if (since < day && day <= since + 14) {
        hazard[arcs.target()[arc]] += rates[1 + arcs.tieClass()[arc]];
      }
    }
    return hazard;
  }

  /** Eight arcs into each member, from random others; every fourth is strong. */
  private static Arcs ring(long seed, int members) {
    int n = 8 * members;
    int[] from = new int[n];
    int[] to = new int[n];
    byte[] tieClass = new byte[n];
    KeyedRandom random = new KeyedRandom(Draws.key(seed, 0, 1));
    for (int arc = 0; arc < n; arc++) {
      to[arc] = arc % members;
      from[arc] = (to[arc] + 1 + random.nextInt(members - 1)) % members;
      TieClass tie = arc / members % 4 == 0 ? TieClass.DIRECT_STRONG : TieClass.DIRECT_WEAK;
      tieClass[arc] = tie.code();
    }
    return new Arcs(from, to, tieClass, new int[n]);
  }
}
