package groundswell.jobs.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.utils.DatasetIdentifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where columns come from, as a facet of the table that has them. */
final class LineageFacet {
  /** Said of columns of which the plan shows no more than that code reads them. */
  static final String BY_CODE = "read by code row by row; which column it goes to is not recorded";

  private final OpenLineage events;
  private final DatasetNames names;

  LineageFacet(OpenLineage events, DatasetNames names) {
    this.events = events;
    this.names = names;
  }

  OpenLineage.ColumnLineageDatasetFacet of(ColumnLineage lineage) {
    OpenLineage.ColumnLineageDatasetFacetFieldsBuilder fields =
        events.newColumnLineageDatasetFacetFieldsBuilder();
    lineage.columns().forEach((column, origins) -> fields.put(column, field(origins)));
    return events.newColumnLineageDatasetFacet(fields.build(), inputs(lineage.rows()));
  }

  private OpenLineage.ColumnLineageDatasetFacetFieldsAdditional field(Collection<Origin> origins) {
    return events
        .newColumnLineageDatasetFacetFieldsAdditionalBuilder()
        .inputFields(inputs(origins))
        .build();
  }

  /** Each column once, with all its uses. */
  private List<OpenLineage.InputField> inputs(Collection<Origin> origins) {
    Map<String, List<Origin>> uses = new TreeMap<>();
    for (Origin origin : origins) {
      String column = origin.table() + " " + origin.column();
      uses.computeIfAbsent(column, key -> new ArrayList<>()).add(origin);
    }
    return uses.values().stream().map(this::input).toList();
  }

  private OpenLineage.InputField input(List<Origin> uses) {
    Origin first = uses.get(0);
    DatasetIdentifier name = names.of(first.table());
    return events.newInputField(
        name.getNamespace(),
        name.getName(),
        first.column(),
        uses.stream().map(use -> transformation(use.how())).toList());
  }

  private OpenLineage.InputFieldTransformations transformation(How how) {
    String description = how == How.CODE ? BY_CODE : null;
    return events.newInputFieldTransformations(how.type(), how.subtype(), description, null);
  }
}
