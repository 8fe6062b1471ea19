package groundswell.planning.simulate;

import groundswell.kernels.random.CountDraws;
import groundswell.planning.scenario.Quantity;
import groundswell.planning.scenario.Reservations;
import groundswell.planning.scenario.Scenario;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * Who comes to the rounds of one draw: the drawn parameters, and the community's history whose
 * number is the draw's, modulo the number of histories.
 */
final class DemandReplication implements ReplicationRunner.Replication<SaleDemand> {
  private static final long serialVersionUID = 1L;
  private final ScenarioText text;
  private final ArrayList<GrowthHistory> growth; // empty without a community
  private final transient Scenario scenario;
  private final transient double typicalWon; // members won by the opening, mean of the histories

  DemandReplication(ScenarioText text, List<GrowthHistory> growth) {
    this.text = text;
    this.growth = new ArrayList<>(growth);
    this.scenario = text.read();
    int opening = scenario.dayOfRound(0);
    long won = growth.stream().mapToLong(history -> history.wonBy(opening)).sum();
    this.typicalWon = won / (double) Math.max(1, growth.size());
  }

  @Override
  public SaleDemand run(int draw) {
    var parameters = DrawnParameters.of(scenario, draw);
    double drawn = Aspect.RESERVATIONS.draw(quantity(), scenario.seed(), draw);
    int opening = scenario.dayOfRound(0);
    long[] fresh = new long[scenario.rounds().count()];
    long before = 0;
    for (int round = 0; round < fresh.length; round++) {
      long reserved = reserved(draw, drawn, scenario.dayOfRound(round));
      double uniform = Aspect.SHOWN_UP.uniform(scenario.seed(), draw, round);
      fresh[round] = CountDraws.binomial(uniform, reserved - before, parameters.showUp());
      before = reserved;
    }
    long signal = reserved(draw, drawn, opening - 7 * scenario.supply().signalWeeksBefore());
    return new SaleDemand(draw, signal, reserved(draw, drawn, opening), parameters, fresh);
  }

  private Quantity quantity() {
    return scenario.channel().reservations() instanceof Reservations.Counted counted
        ? counted.count()
        : ((Reservations.FromCommunity) scenario.channel().reservations()).perInterestedMember();
  }

  /** Reservations made by a day. */
  private long reserved(int draw, double drawn, int day) {
    if (growth.isEmpty()) {
      return Math.round(drawn);
    }
    double won = growth.get(draw % growth.size()).wonBy(day);
    boolean counted = scenario.channel().reservations() instanceof Reservations.Counted;
    // A counted number is the forecast for the opening; the community says how it grows around it.
    double scale = counted ? 1 / Math.max(1, typicalWon) : 1;
    return Math.round(drawn * won * scale);
  }

  Scenario scenario() {
    return scenario;
  }

  @Serial
  private Object readResolve() {
    return new DemandReplication(text, growth);
  }
}
