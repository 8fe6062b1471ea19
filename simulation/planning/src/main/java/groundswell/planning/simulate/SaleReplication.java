package groundswell.planning.simulate;

/**
 * The sale of one draw: who comes, and what they get of the units that arrive before each round.
 */
final class SaleReplication implements ReplicationRunner.Replication<SaleDraw> {
  private static final long serialVersionUID = 1L;
  private final DemandReplication demand;
  private final long[] deliveries; // [round, units]; handed over once and never written again

  SaleReplication(DemandReplication demand, long... deliveries) {
    this.demand = demand;
    this.deliveries = deliveries;
  }

  @Override
  public SaleDraw run(int draw) {
    return new RoundSales(demand.scenario()).run(demand.run(draw), deliveries);
  }
}
