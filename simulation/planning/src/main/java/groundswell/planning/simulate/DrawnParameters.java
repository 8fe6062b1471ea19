package groundswell.planning.simulate;

import groundswell.planning.scenario.Scenario;
import java.io.Serializable;

/**
 * The uncertain parameters of one draw.
 *
 * @param showUp share of holders who come [0..1]
 * @param hazardPerS orders per second and holder of a reservation at the opening [1/s]
 * @param gatePerS orders let through [1/s]
 * @param unpaid share of allocated orders never paid [0..1]
 * @param costDecline share by which the component cost falls [1/month]
 */
public record DrawnParameters(
    double showUp, double hazardPerS, double gatePerS, double unpaid, double costDecline)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static DrawnParameters of(Scenario scenario, int draw) {
    long seed = scenario.seed();
    var channel = scenario.channel();
    return new DrawnParameters(
        Aspect.SHOW_UP.draw(channel.showUp(), seed, draw),
        Aspect.HAZARD.draw(channel.hazardPerS(), seed, draw),
        Aspect.GATE.draw(channel.gateOrdersPerS(), seed, draw),
        Aspect.UNPAID.draw(scenario.sale().unpaid(), seed, draw),
        Aspect.COST_DECLINE.draw(scenario.product().costDeclinePerMonth(), seed, draw));
  }

  /** Hazard of an order per member who is there [1/s]. */
  double hazardPerPresentS() {
    return showUp == 0 ? 0 : hazardPerS / showUp;
  }
}
