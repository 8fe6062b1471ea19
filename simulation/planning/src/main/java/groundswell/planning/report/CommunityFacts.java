package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One community of the warehouse in a few numbers from its marts; a number whose mart is not there
 * is empty.
 */
record CommunityFacts(String name, Map<String, String> numbers) {

  static List<CommunityFacts> read(Warehouse warehouse) {
    Map<String, String> names = new TreeMap<>();
    for (var row : warehouse.read(Table.CORE_DIM_COMMUNITY)) {
      names.put((String) row.get(COMMUNITY_ID), String.valueOf(row.get(NAME)));
    }
    List<CommunityFacts> facts = new ArrayList<>();
    names.forEach((id, name) -> facts.add(new CommunityFacts(name, MartNumbers.of(warehouse, id))));
    return facts;
  }

  /** Names of the numbers that any community has, in their order. */
  static List<String> columns(List<CommunityFacts> communities) {
    return MartNumbers.columns().stream()
        .filter(name -> communities.stream().anyMatch(facts -> facts.numbers().containsKey(name)))
        .toList();
  }
}
