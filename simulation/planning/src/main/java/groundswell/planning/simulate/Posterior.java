package groundswell.planning.simulate;

import groundswell.kernels.statistics.Normal;
import groundswell.planning.bundle.Estimate;

/**
 * Draws a rate from its estimate: a normal law with its own standard deviation on each side, read
 * off the interval, cut at 0. A wide interval gives wide forecasts.
 */
final class Posterior {
  private Posterior() {}

  static double quantile(Estimate estimate, double u) {
    double reach = Normal.quantile(0.5 + estimate.level() / 2);
    double side = u < 0.5 ? estimate.value() - estimate.low() : estimate.high() - estimate.value();
    return Math.max(0, estimate.value() + side / reach * Normal.quantile(u));
  }
}
