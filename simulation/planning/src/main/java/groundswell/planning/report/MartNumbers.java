package groundswell.planning.report;

import groundswell.planning.store.Warehouse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one community that the report shows, read from its marts. */
final class MartNumbers {
  private MartNumbers() {}

  static Map<String, String> of(Warehouse warehouse, String community) {
    return new LinkedHashMap<>();
  }
}
