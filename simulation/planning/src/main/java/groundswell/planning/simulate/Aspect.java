package groundswell.planning.simulate;

import groundswell.kernels.random.Draws;
import groundswell.planning.scenario.Quantity;

/** What a parameter draw is for: one stream each, so that adding one changes no other. */
enum Aspect {
  RESERVATIONS(201),
  SHOW_UP(202),
  HAZARD(203),
  GATE(204),
  UNPAID(205),
  COST_DECLINE(206),
  SHOWN_UP(207),
  ROUND(208),
  ACCEPT(211),
  NEGATIVE(212),
  EXTERNAL(213),
  INFLUENCE(214);

  private final int number;

  Aspect(int number) {
    this.number = number;
  }

  /** Uniform of one draw; {@code entity} tells apart what shares an aspect. */
  double uniform(long seed, int draw, long entity) {
    return Draws.uniform(Draws.key(seed, draw, number), entity);
  }

  double draw(Quantity quantity, long seed, int draw) {
    return quantity instanceof Quantity.Fixed fixed
        ? fixed.value()
        : quantity.quantile(uniform(seed, draw, 0));
  }

  long key(long seed, int draw) {
    return Draws.key(seed, draw, number);
  }
}
