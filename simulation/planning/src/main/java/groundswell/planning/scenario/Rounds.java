package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rounds of the open sale.
 *
 * @param everyDays days from one round to the next
 * @param count number of rounds
 * @param sizes {@code optimise}, or the most units per round
 * @param retryNextRound probability that somebody who went without comes back [0..1]
 * @param goodwillPerLoss cost of somebody who never gets one [currency]
 */
public record Rounds(
    int everyDays, int count, JsonNode sizes, double retryNextRound, double goodwillPerLoss) {
  /** Most units that round {@code round} may offer; unbounded when the plan chooses. */
  public double mostUnits(int round) {
    if (!sizes.isArray()) {
      return Double.POSITIVE_INFINITY;
    }
    return sizes.get(Math.min(round, sizes.size() - 1)).asDouble();
  }
}
