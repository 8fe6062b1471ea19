package groundswell.planning.scenario;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What can be built and when.
 *
 * @param launchLeadWeeks from order to opening
 * @param reactLeadWeeks from signal to the first reactive delivery
 * @param signalWeeksBefore when reservations are counted, before the opening
 * @param rampPerWeek units per week of the line; the last value holds on
 * @param moq smallest order of a build [units]
 * @param holdingPerWeek cost of keeping a unit for a week [currency]
 * @param cash most money that the launch build may bind [currency]
 */
public record Supply(
    int launchLeadWeeks,
    int reactLeadWeeks,
    int signalWeeksBefore,
    List<Integer> rampPerWeek,
    int moq,
    double holdingPerWeek,
    OptionalDouble cash) {
  /** Most units that the launch build may have. */
  public double launchCapacity() {
    return rampPerWeek.stream().mapToDouble(Integer::doubleValue).sum();
  }

  /** Units per week of the reactive build. */
  public double reactiveRate() {
    return rampPerWeek.get(rampPerWeek.size() - 1);
  }

  /** Week of the first reactive delivery, counted from the opening; 0 when it is there by then. */
  public int reactiveWeek() {
    return Math.max(0, reactLeadWeeks - signalWeeksBefore);
  }
}
