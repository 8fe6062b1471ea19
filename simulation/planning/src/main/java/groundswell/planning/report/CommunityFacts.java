package groundswell.planning.report;

import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One community of the warehouse in a few numbers from its marts; a number whose mart is not there
 * is empty.
 */
record CommunityFacts(String name, Map<String, String> numbers) {

  static List<CommunityFacts> read(Warehouse warehouse) {
    Map<String, String> names = new TreeMap<>();
    for (var row : warehouse.read(Table.of("core.dim_community"))) {
      names.put((String) row.get("community_id"), String.valueOf(row.get("name")));
    }
    List<CommunityFacts> facts = new ArrayList<>();
    names.forEach((id, name) -> facts.add(new CommunityFacts(name, MartNumbers.of(warehouse, id))));
    return facts;
  }

  /** Names of all numbers that any community has. */
  static List<String> columns(List<CommunityFacts> communities) {
    var columns = new TreeSet<String>();
    communities.forEach(facts -> columns.addAll(facts.numbers().keySet()));
    return List.copyOf(columns);
  }
}
