package groundswell.jobs.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundswell.jobs.lineage.LineageRun.TakenIn;
import groundswell.schemas.Table;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.utils.UUIDUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A run as OpenLineage tells of it: that it began, and that it ended with what it published. */
final class LineageEvents {
  /** Who says it; schedulers that send events of their own say other names. */
  static final String NAMESPACE = "groundswell";

  private final Path warehouse;
  private final LineageRun run;
  private final OpenLineage events;
  private final DatasetFacts facts;

  LineageEvents(Path warehouse, LineageRun run) {
    this.warehouse = warehouse;
    this.run = run;
    this.events = new OpenLineage(URI.create("urn:groundswell:" + run.programVersion()));
    this.facts = new DatasetFacts(events, new DatasetNames(warehouse));
  }

  List<OpenLineage.RunEvent> all() {
    return List.of(
        event(EventType.START, run.started(), List.of(), List.of()),
        event(EventType.COMPLETE, run.ended(), inputs(), outputs()));
  }

  private OpenLineage.RunEvent event(
      EventType type,
      Instant at,
      List<OpenLineage.InputDataset> inputs,
      List<OpenLineage.OutputDataset> outputs) {
    return events.newRunEvent(
        at.atZone(ZoneOffset.UTC), type, events.newRun(uuid(), null), job(), inputs, outputs);
  }

  /** The same for the same run, and another one in another warehouse. */
  private UUID uuid() {
    byte[] name = (warehouse + "\n" + run.id()).getBytes(UTF_8);
    return UUIDUtils.generateStaticUUID(run.started(), name);
  }

  private OpenLineage.Job job() {
    OpenLineage.JobFacets facets =
        events
            .newJobFacetsBuilder()
            .jobType(events.newJobTypeJobFacet("BATCH", "GROUNDSWELL", "JOB"))
            .build();
    return events.newJob(NAMESPACE, run.stage(), facets);
  }

  private List<OpenLineage.InputDataset> inputs() {
    Stream<OpenLineage.InputDataset> folders =
        run.folders().stream()
            .sorted(java.util.Comparator.comparing(TakenIn::folder))
            .map(facts::folder);
    Stream<OpenLineage.InputDataset> tables =
        run.inputs().entrySet().stream().map(input -> input(input.getKey(), input.getValue()));
    return Stream.concat(folders, tables).toList();
  }

  private OpenLineage.InputDataset input(Table table, long snapshotId) {
    return facts.input(table, snapshotId);
  }

  private List<OpenLineage.OutputDataset> outputs() {
    return run.outputs().entrySet().stream()
        .map(output -> facts.output(output.getKey(), output.getValue()))
        .toList();
  }
}
