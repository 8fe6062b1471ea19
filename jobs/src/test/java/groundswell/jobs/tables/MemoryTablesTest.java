package groundswell.jobs.tables;

import static groundswell.schemas.Table.CORE_DIM_COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundswell.schemas.ContractViolation;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables in memory keep the promises that tables on disk keep. */
class MemoryTablesTest extends WarehouseCase {
  @BeforeEach
  @Override
  void open() {
    tables = new MemoryTables(spark());
  }

  @Test
  void what_is_published_is_what_was_written() {
    publish(Slice.all(), communities("tea", "ski"));
    publish(Slice.communities(Set.of("ski")), communities());

    assertSame(communities("tea"), tables.read(CORE_DIM_COMMUNITY));
  }

  @Test
  void a_failed_audit_publishes_nothing() {
    assertThatThrownBy(() -> publish(Slice.all(), communities("ski", "ski")))
        .isInstanceOf(ContractViolation.class);

    assertThat(tables.exists(CORE_DIM_COMMUNITY)).isFalse();
  }

  @Test
  void a_run_is_done_once_it_was_published() {
    assertThat(tables.isDone(run(Slice.all()))).isFalse();

    publish(Slice.all(), communities("tea"));

    assertThat(tables.isDone(run(Slice.all()))).isTrue();
  }
}
