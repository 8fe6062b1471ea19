package groundswell.planning.claims;

import java.util.Optional;

/**
 * One claim beside what one community measures of it.
 *
 * @param measure empty when no mart measures the claim
 * @param says the metric in words, or why there is none
 */
public record ClaimGap(
    String communityId, Claim claim, Optional<Measure> measure, String says, Measured measured) {}
