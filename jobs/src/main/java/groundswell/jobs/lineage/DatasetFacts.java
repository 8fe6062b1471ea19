package groundswell.jobs.lineage;

import groundswell.jobs.lineage.LineageRun.Output;
import groundswell.jobs.lineage.LineageRun.TakenIn;
import groundswell.schemas.Contract;
import groundswell.schemas.ContractColumn;
import groundswell.schemas.Contracts;
import groundswell.schemas.Table;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.utils.DatasetIdentifier;
import java.util.List;

/** What the events say of a dataset, beside its name. */
final class DatasetFacts {
  private final OpenLineage events;
  private final DatasetNames names;
  private final LineageFacet lineage;

  DatasetFacts(OpenLineage events, DatasetNames names) {
    this.events = events;
    this.names = names;
    this.lineage = new LineageFacet(events, names);
  }

  OpenLineage.InputDataset folder(TakenIn taken) {
    DatasetIdentifier name = names.of(taken.folder());
    OpenLineage.DatasetFacets facets =
        events.newDatasetFacetsBuilder().version(version(taken.hash())).build();
    return events.newInputDataset(name.getNamespace(), name.getName(), facets, null);
  }

  OpenLineage.InputDataset input(Table table, long snapshotId) {
    DatasetIdentifier name = names.of(table);
    OpenLineage.DatasetFacets facets = described(table, snapshotId).build();
    return events.newInputDataset(name.getNamespace(), name.getName(), facets, null);
  }

  OpenLineage.OutputDataset output(Table table, Output output) {
    DatasetIdentifier name = names.of(table);
    OpenLineage.DatasetFacetsBuilder facets = described(table, output.snapshotId());
    if (!output.columns().isEmpty()) {
      facets.columnLineage(lineage.of(output.columns()));
    }
    return events.newOutputDataset(
        name.getNamespace(), name.getName(), facets.build(), statistics(output));
  }

  private OpenLineage.OutputDatasetOutputFacets statistics(Output output) {
    return events
        .newOutputDatasetOutputFacetsBuilder()
        .outputStatistics(
            events.newOutputStatisticsOutputDatasetFacet(output.rowsAdded(), null, null))
        .build();
  }

  private OpenLineage.DatasetFacetsBuilder described(Table table, long snapshotId) {
    Contract contract = Contracts.of(table);
    return events
        .newDatasetFacetsBuilder()
        .version(version(String.valueOf(snapshotId)))
        .schema(schema(contract))
        .documentation(events.newDocumentationDatasetFacet(contract.purpose(), null))
        .symlinks(symlinks(table));
  }

  private OpenLineage.DatasetVersionDatasetFacet version(String version) {
    return events.newDatasetVersionDatasetFacet(version);
  }

  private OpenLineage.SchemaDatasetFacet schema(Contract contract) {
    return events.newSchemaDatasetFacet(contract.columns().stream().map(this::field).toList());
  }

  private OpenLineage.SchemaDatasetFacetFields field(ContractColumn column) {
    return events.newSchemaDatasetFacetFields(column.name(), column.type(), column.meaning(), null);
  }

  private OpenLineage.SymlinksDatasetFacet symlinks(Table table) {
    DatasetIdentifier name = names.inCatalogue(table);
    return events.newSymlinksDatasetFacet(
        List.of(
            events.newSymlinksDatasetFacetIdentifiers(
                name.getNamespace(), name.getName(), "TABLE")));
  }
}
