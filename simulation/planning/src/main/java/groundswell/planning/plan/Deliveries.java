package groundswell.planning.plan;

/** Units that reach each round: the launch build first, then the reactive build at its rate. */
final class Deliveries {
  private Deliveries() {}

  static long[] of(Economics economics, double launch, double reactive) {
    long[] units = new long[economics.rounds()];
    units[0] = Math.round(launch);
    long left = Math.round(reactive);
    for (int round = economics.reactiveRound(); round < units.length; round++) {
      long arrives = Math.min(left, (long) economics.reactiveRate());
      units[round] += arrives;
      left -= arrives;
    }
    return units;
  }
}
