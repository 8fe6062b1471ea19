package groundswell.planning.simulate;

import static groundswell.schemas.Columns.*;

import groundswell.planning.bundle.CommunityBundle;
import groundswell.planning.scenario.Scenario;
import groundswell.planning.scenario.ScenarioFile;
import groundswell.planning.store.Publisher;
import groundswell.planning.store.Rows;
import groundswell.planning.store.RunKey;
import groundswell.planning.store.StageResult;
import groundswell.planning.store.Warehouse;
import groundswell.schemas.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stage 5 of 7: scenario and community bundle in, {@code simulation} tables out. A run whose inputs
 * have been published already does nothing. The caller holds the warehouse's lock.
 */
public final class SimulateStage {
  private final Warehouse warehouse;
  private final ReplicationRunner runner;
  private final Progress progress;
  private final Clock clock;

  public SimulateStage(
      Warehouse warehouse, ReplicationRunner runner, Progress progress, Clock clock) {
    this.warehouse = warehouse;
    this.runner = runner;
    this.progress = progress;
    this.clock = clock;
  }

  /** Simulates and publishes; {@code command} is what a reader would type to do it again. */
  public StageResult run(ScenarioFile file, String command) {
    Scenario scenario = file.scenario();
    Optional<Path> folder = BundleFolder.find(scenario, warehouse.folder());
    Optional<CommunityBundle> bundle = folder.map(BundleFolder::load);
    Map<String, Object> identity = identity(file, bundle);
    String runId = (String) identity.get(RUN_ID);
    if (isPublished(identity)) {
      return StageResult.nothingNew("simulate", runId);
    }
    Simulation simulation = simulate(file, folder);
    List<Rows> tables = new ArrayList<>();
    tables.add(run(file, bundle, identity, command));
    tables.addAll(SimulationRows.of(scenario, simulation, identity));
    new Publisher(warehouse, clock)
        .replace("simulate", (String) identity.get(COMMUNITY_ID), scenario.name(), tables);
    long members = bundle.map(b -> (long) b.network().members()).orElse(0L);
    return StageResult.published("simulate", runId, members, tables, note(simulation, scenario));
  }

  private Simulation simulate(ScenarioFile file, Optional<Path> folder) {
    List<GrowthHistory> growth = folder.isEmpty() ? List.of() : grow(file, folder.get());
    return Simulation.sell(file, growth, runner, progress);
  }

  private List<GrowthHistory> grow(ScenarioFile file, Path folder) {
    int count = file.scenario().wordOfMouth().replications();
    progress.begin("histories of the community", count);
    return runner.run(count, new CommunityReplication(file, folder), progress);
  }

  private boolean isPublished(Map<String, Object> identity) {
    return warehouse.read(Table.SIMULATION_RUN, SCENARIO, (String) identity.get(SCENARIO)).stream()
        .anyMatch(row -> identity.get(RUN_ID).equals(row.get(RUN_ID)));
  }

  private static Map<String, Object> identity(ScenarioFile file, Optional<CommunityBundle> bundle) {
    String community = bundle.map(b -> b.provenance().communityId()).orElse("none");
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put(COMMUNITY_ID, community);
    identity.put(SCENARIO, file.scenario().name());
    identity.put(
        RUN_ID,
        RunKey.of("simulate", file.hash(), hash(bundle).orElse("none"), RunKey.CODE_VERSION));
    return identity;
  }

  private static Optional<String> hash(Optional<CommunityBundle> bundle) {
    return bundle.map(b -> RunKey.of(b.provenance().files().toString()));
  }

  private static Rows run(
      ScenarioFile file,
      Optional<CommunityBundle> bundle,
      Map<String, Object> identity,
      String command) {
    Scenario scenario = file.scenario();
    Rows rows = new Rows(Table.SIMULATION_RUN, identity);
    rows.add()
        .set(SCENARIO_HASH, file.hash())
        .set(CURRENCY, scenario.currency())
        .set(SEED, scenario.seed())
        .set(DRAWS, scenario.draws())
        .set(REPLICATIONS, bundle.isEmpty() ? 0 : scenario.wordOfMouth().replications())
        .set(MEMBERS, bundle.map(b -> b.network().members()).orElse(0))
        .set(ARCS, bundle.map(b -> b.network().arcs()).orElse(0L))
        .set(BUNDLE_AS_OF, bundle.map(b -> LocalDate.parse(b.provenance().asOf())).orElse(null))
        .set(BUNDLE_HASH, hash(bundle).orElse(null))
        .set(CODE_VERSION, RunKey.CODE_VERSION)
        .set(COMMAND, command);
    return rows;
  }

  private static String note(Simulation simulation, Scenario scenario) {
    Fan reservations = Fan.of(simulation.sales(), sale -> sale.demand().reservations());
    return "%,d histories, %,d draws; %,.0f reservations at the opening (90 %% band %,.0f-%,.0f)"
        .formatted(
            simulation.growth().size(),
            scenario.draws(),
            reservations.p50(),
            reservations.p5(),
            reservations.p95());
  }
}
