package groundswell.planning.claims;

import groundswell.planning.published.PublishedFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A figure that somebody published, as a fact with its source. Claims that contradict each other
 * share a conflict group and stand side by side.
 *
 * @param channel empty when the source does not say
 * @param quantity what is claimed, e.g. members or sell_out_time
 * @param asOf day, month or year of the claim; empty when the source does not say
 * @param conflictGroup empty when nothing contradicts it
 */
public record Claim(
    String id,
    String subject,
    String channel,
    String quantity,
    String unit,
    ClaimRange range,
    String asOf,
    String source,
    String conflictGroup,
    String note) {
  private static final String FILE = "claims.csv";

  /** All claims, in the order of the file; those of {@code atLeast} have no upper end. */
  static List<Claim> all(Collection<String> atLeast) {
    return PublishedFile.rows(FILE).stream()
        .map(row -> of(row, atLeast.contains(row.get("claim_id"))))
        .toList();
  }

  /** The currency of a claim about money; empty for any other. */
  String currency() {
    String first = unit.split("/", 2)[0];
    return first.matches("[A-Z]{3}") ? first : "";
  }

  private static Claim of(Map<String, String> row, boolean isAtLeast) {
    String low = row.get("value_low");
    return new Claim(
        row.get("claim_id"),
        row.get("subject"),
        row.get("channel"),
        row.get("metric"),
        row.get("unit"),
        isAtLeast ? ClaimRange.atLeast(low) : ClaimRange.of(low, row.get("value_high")),
        row.get("as_of"),
        row.get("source"),
        row.get("conflict_group"),
        row.get("note"));
  }
}
