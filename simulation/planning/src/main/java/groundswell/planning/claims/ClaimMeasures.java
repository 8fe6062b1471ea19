package groundswell.planning.claims;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import groundswell.planning.published.PublishedFile;
import groundswell.schemas.Table;
import groundswell.schemas.YamlFile;
import groundswell.schemas.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The published claims and what measures them.
 *
 * @param unmeasured why no mart measures a claim, by its id
 */
public record ClaimMeasures(
    List<Claim> claims, List<Measure> measures, Map<String, String> unmeasured) {
  private static final String FILE = "claim_measures.yaml";

  /** Those that are shipped. */
  public static ClaimMeasures shipped() {
    return read(YamlFile.parse(FILE, PublishedFile.text(FILE)));
  }

  static ClaimMeasures read(YamlMap file) {
    file.allowOnly("at_least", "measures", "unmeasured");
    Map<String, String> unmeasured =
        file.maps("unmeasured").stream()
            .map(entry -> entry.allowOnly("claims", "says"))
            .flatMap(entry -> entry.texts("claims").stream().map(id -> Map.entry(id, entry)))
            .collect(toMap(Map.Entry::getKey, claim -> claim.getValue().text("says")));
    return new ClaimMeasures(
        Claim.all(file.texts("at_least")),
        file.maps("measures").stream().map(Measure::read).toList(),
        unmeasured);
  }

  /** What measures a claim, if anything. */
  public Optional<Measure> of(Claim claim) {
    return measures.stream().filter(measure -> measure.claims().contains(claim.id())).findFirst();
  }

  /** The marts that are looked at. */
  public Set<Table> marts() {
    return measures.stream().map(Measure::mart).collect(toCollection(TreeSet::new));
  }

  /** The columns of a mart that are looked at. */
  public Set<String> columns(Table mart) {
    return measures.stream()
        .filter(measure -> measure.mart().equals(mart))
        .map(Measure::columns)
        .flatMap(Set::stream)
        .collect(toCollection(TreeSet::new));
  }
}
