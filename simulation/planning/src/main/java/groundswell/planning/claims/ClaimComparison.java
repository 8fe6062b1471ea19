package groundswell.planning.claims;

import static groundswell.schemas.Columns.COMMUNITY_ID;

import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Sets claims beside communities: takes the marts row by row, then tells the gaps. */
public final class ClaimComparison {
  private final ClaimMeasures measures;
  private final TreeMap<String, Map<Claim, ClaimTally>> communities = new TreeMap<>();

  public ClaimComparison(ClaimMeasures measures, Collection<String> communityIds) {
    this.measures = measures;
    communityIds.forEach(id -> communities.put(id, tallies()));
  }

  /** Takes a row of a mart; rows of other communities do not count. */
  public void add(Table mart, Map<String, Object> row) {
    for (ClaimTally tally :
        communities.getOrDefault((String) row.get(COMMUNITY_ID), Map.of()).values()) {
      if (tally.mart().equals(mart)) {
        tally.add(row);
      }
    }
  }

  /**
   * Every claim beside every community.
   *
   * @param built the marts whose rows were all taken; any other is not there
   */
  public List<ClaimGap> gaps(Set<Table> built) {
    List<ClaimGap> gaps = new ArrayList<>();
    communities.forEach(
        (community, tallies) ->
            measures
                .claims()
                .forEach(
                    claim ->
                        gaps.add(
                            gap(
                                community,
                                claim,
                                Optional.ofNullable(tallies.get(claim)),
                                built))));
    return gaps;
  }

  private ClaimGap gap(
      String community, Claim claim, Optional<ClaimTally> tally, Set<Table> built) {
    return tally
        .map(
            taken ->
                new ClaimGap(
                    community,
                    claim,
                    Optional.of(taken.measure()),
                    taken.measure().says(),
                    built.contains(taken.mart())
                        ? taken.measured()
                        : Measured.absent(Absence.NOT_BUILT)))
        .orElseGet(
            () ->
                new ClaimGap(
                    community,
                    claim,
                    Optional.empty(),
                    measures.unmeasured().get(claim.id()),
                    Measured.absent(Absence.NO_MART)));
  }

  private Map<Claim, ClaimTally> tallies() {
    Map<Claim, ClaimTally> tallies = new LinkedHashMap<>();
    for (Claim claim : measures.claims()) {
      measures.of(claim).ifPresent(found -> tallies.put(claim, new ClaimTally(claim, found)));
    }
    return tallies;
  }
}
