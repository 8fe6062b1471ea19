package groundswell.planning.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.planning.published.PublishedFile;
import groundswell.schemas.Refusal;
import groundswell.schemas.YamlFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped about claims: the facts, and what measures each. */
class ClaimMeasuresTest {
  private static final ClaimMeasures SHIPPED = ClaimMeasures.shipped();

  @Test
  void every_claim_is_measured_once_or_said_to_be_unmeasured() {
    List<String> named =
        Stream.concat(
                SHIPPED.measures().stream().flatMap(measure -> measure.claims().stream()),
                SHIPPED.unmeasured().keySet().stream())
            .toList();

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(SHIPPED.claims().stream().map(Claim::id).toList());
  }

  @Test
  void every_claim_has_its_source() {
    assertThat(SHIPPED.claims())
        .hasSize(70)
        .allSatisfy(claim -> assertThat(claim.source()).matches("00[0-4]_[0-9a-f]{16}\\.txt"));
  }

  @Test
  void claims_that_contradict_each_other_are_all_kept() {
    assertThat(SHIPPED.claims())
        .filteredOn(claim -> claim.conflictGroup().equals("redmi-qzone"))
        .extracting(Claim::range)
        .containsExactly(new ClaimRange(90, 90), new ClaimRange(Double.NEGATIVE_INFINITY, 3_600));
  }

  @Test
  void more_than_has_no_upper_end() {
    assertThat(claim("C60").range())
        .isEqualTo(new ClaimRange(13_000_000, Double.POSITIVE_INFINITY));
  }

  @Test
  void a_measure_of_a_column_that_the_mart_does_not_have_is_refused() {
    String wrong =
        PublishedFile.text("claim_measures.yaml").replace("column: reservers", "column: reserver");

    assertThatThrownBy(() -> ClaimMeasures.read(YamlFile.parse("measures.yaml", wrong)))
        .hasMessageContaining("mart.launch has no column 'reserver'");
  }

  @Test
  void an_unknown_way_to_measure_is_refused_with_its_line() {
    String wrong = PublishedFile.text("claim_measures.yaml").replace("how: peak", "how: top");

    assertThatThrownBy(() -> ClaimMeasures.read(YamlFile.parse("measures.yaml", wrong)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("measures.yaml:")
        .hasMessageContaining("'how' must be");
  }

  private static Claim claim(String id) {
    return SHIPPED.claims().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
