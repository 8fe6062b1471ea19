package groundswell.jobs.tables;

import static groundswell.schemas.Columns.ACTIVITY_EVENT_TYPES;
import static groundswell.schemas.Columns.COMMUNITY_ID;
import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A warehouse that is older than a column of a contract. */
class GrowingContractTest extends WarehouseCase {
  @Test
  @Tag("guarantee-14")
  void rows_that_are_older_than_a_column_read_as_null_and_new_rows_have_it() {
    publish(Slice.all(), communities("tea"));
    forgetColumn();

    publish(Slice.communities(Set.of("cup")), communities("cup"));

    assertThat(
            tables
                .read(CORE_DIM_COMMUNITY)
                .select(COMMUNITY_ID, ACTIVITY_EVENT_TYPES)
                .orderBy(COMMUNITY_ID)
                .collectAsList())
        .containsExactly(row("cup", "follow"), row("tea", null));
  }

  /** Makes the table as an earlier version of the contract would have made it. */
  private void forgetColumn() {
    Catalogue.open(spark(), warehouse)
        .load(CORE_DIM_COMMUNITY)
        .updateSchema()
        .deleteColumn(ACTIVITY_EVENT_TYPES)
        .commit();
  }
}
