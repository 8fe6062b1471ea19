package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.store.Warehouse;
import groundswell.schemas.Publication;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calibration estimates of the simulated community, as published. */
final class Estimates {
  private Estimates() {}

  static List<Map<String, Object>> of(Warehouse warehouse, Optional<Map<String, Object>> run) {
    Publication publication = warehouse.publication();
    Optional<Table> table =
        publication.tables().keySet().stream()
            .filter(name -> name.fullName().equals("calibration.estimate"))
            .findFirst();
    if (table.isEmpty() || run.isEmpty()) {
      return List.of();
    }
    String community = (String) run.get().get(COMMUNITY_ID);
    List<Map<String, Object>> rows =
        new ArrayList<>(warehouse.read(table.get(), COMMUNITY_ID, community));
    rows.sort(
        Comparator.comparing((Map<String, Object> row) -> (String) row.get(SUBJECT))
            .thenComparing(row -> (String) row.get(PARAMETER)));
    return rows;
  }
}
