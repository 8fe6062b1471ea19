package groundswell.jobs.facts;

import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import groundswell.schemas.ActivityTypes;
import groundswell.schemas.Table;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which events make active, in communities that agree and that do not. */
class QualifyingTypesTest extends SparkCase {
  private static final String DEFAULT = String.join(",", ActivityTypes.DEFAULT);

  @Test
  void each_community_counts_the_types_it_names() {
    assertThat(
            qualifying(
                row("tea", "reply_created"),
                row("cup", "content_exposed,follow"),
                row("ski", DEFAULT)))
        .containsExactlyInAnyOrder(
            row("tea", "reply_created"),
            row("cup", "content_exposed"),
            row("cup", "follow"),
            row("ski", "follow"),
            row("ski", "reply_created"));
  }

  @Test
  void communities_that_agree_need_no_word_on_communities_in_the_plan() {
    assertThat(types(row("tea", "follow"), row("cup", "follow")).condition().toString())
        .contains(EVENT_TYPE)
        .doesNotContain(COMMUNITY_ID);
  }

  @Test
  void a_row_older_than_the_column_means_the_default() {
    assertThat(types(row("tea", null))).isEqualTo(types(row("tea", DEFAULT)));
  }

  /** Three kinds of events in each of three communities: those that count. */
  private static List<Row> qualifying(Row... communities) {
    return table(
            "community_id STRING, event_type STRING",
            row("tea", "reply_created"),
            row("tea", "content_exposed"),
            row("tea", "follow"),
            row("cup", "reply_created"),
            row("cup", "content_exposed"),
            row("cup", "follow"),
            row("ski", "reply_created"),
            row("ski", "content_exposed"),
            row("ski", "follow"))
        .filter(types(communities).condition())
        .collectAsList();
  }

  private static QualifyingTypes types(Row... communities) {
    return QualifyingTypes.of(
        table(Table.CORE_DIM_COMMUNITY, List.of(COMMUNITY_ID, ACTIVITY_EVENT_TYPES), communities)
            .collectAsList());
  }
}
