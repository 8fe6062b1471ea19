package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How the community grows demand.
 *
 * @param community id or folder of the community bundle; empty without one
 * @param seedProgramme members invited per stage, in order
 * @param stageDays days between stages
 * @param accept share of the invited who join [0..1]
 * @param advertising {@code none} or a hazard with its days
 * @param negativeShare share of adopters who speak badly of it [0..1]
 */
public record WordOfMouth(
    String community,
    int replications,
    Map<String, Integer> seedProgramme,
    int stageDays,
    Quantity accept,
    JsonNode advertising,
    Quantity negativeShare) {
  public boolean simulated() {
    return !community.isEmpty();
  }

  /** Added hazard of adopting on a day counted from as_of [1/day]. */
  public double advertisingOn(int day) {
    boolean runs =
        advertising.isObject()
            && day >= advertising.path("from_day").asInt()
            && day <= advertising.path("to_day").asInt();
    return runs ? advertising.path("per_day").asDouble() : 0;
  }

  WordOfMouth with(int otherReplications) {
    return new WordOfMouth(
        community, otherReplications, seedProgramme, stageDays, accept, advertising, negativeShare);
  }
}
