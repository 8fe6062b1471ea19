package groundswell.jobs.marts.wordofmouth;

import static groundswell.schemas.Columns.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of {@code core.fact_post} for a test. */
final class PostRow {
  static final List<String> COLUMNS =
      List.of(
          COMMUNITY_ID,
          EVENT_DATE,
          POST_ID,
          PARENT_ID,
          ROOT_ID,
          AUTHOR_NUMBER,
          AUTHOR_KIND,
          AUTHOR_RING,
          CHANNEL,
          EVENT_TYPE,
          POSTED_TS,
          CAMPAIGN_ID,
          IS_REMOVED,
          IS_REWARDED);

  private final Map<String, Object> values = new HashMap<>();

  PostRow with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  Row row() {
    return RowFactory.create(COLUMNS.stream().map(values::get).toArray());
  }
}
