package groundswell.planning.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What the community taught us: how influence runs, and every estimate with its evidence.
 *
 * @param talkDays days for which an adopter talks [days], chosen on held-out adoptions
 * @param direction {@code actor_to_target} or {@code target_to_actor}: which way arcs were laid
 * @param estimates estimates with intervals
 */
public record BundleParameters(int talkDays, String direction, List<Estimate> estimates) {
  public BundleParameters {
    estimates = List.copyOf(estimates);
  }

  /** The estimate of a parameter of a subject, when the data gave one. */
  public Optional<Estimate> estimate(String subject, String parameter) {
    return estimates.stream()
        .filter(estimate -> estimate.subject().equals(subject))
        .filter(estimate -> estimate.parameter().equals(parameter))
        .findFirst();
  }

  /** Influence of one tie class [1/day]. */
  public Optional<Estimate> influence(TieClass tieClass) {
    return estimate("word_of_mouth", "influence." + tieClass.key());
  }

  /** Hazard of adopting without any neighbour's word [1/day]. */
  public Optional<Estimate> externalHazard() {
    return estimate("word_of_mouth", "external_hazard");
  }
}
