package groundswell.jobs.maintain;

import static org.apache.spark.sql.functions.col;

import groundswell.jobs.facts.FactsJob;
import groundswell.jobs.ingest.ErasedMembers;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.marts.MartsJob;
import groundswell.jobs.tables.Upkeep;
import groundswell.schemas.Columns;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import groundswell.schemas.Table;
import java.util.List;
import java.util.function.Consumer;

/**
 * Erases one member from a warehouse: out of the events, out of all that was made of them, out of
 * every file; then looks for what is left. Each step may be repeated.
 */
public final class Erasure {
  private final Workbench bench;
  private final Consumer<String> say;

  /**
   * @param say takes a line as soon as a step is done
   */
  public Erasure(Workbench bench, Consumer<String> say) {
    this.bench = bench;
    this.say = say;
  }

  /**
   * Erases the member of a key.
   *
   * @param later does the same for what is made of marts; runs before the files are removed
   * @throws Refusal when the community is unknown, or when a trace of the member is left
   */
  public Summary run(String communityId, String memberKey, Runnable later) {
    requireKnown(communityId);
    EraseMember.Erased erased = new EraseMember(bench, communityId, memberKey).run();
    say.accept(
        "events    %,d removed, %,d left without the name, %,d refused rows removed"
            .formatted(erased.eventsRemoved(), erased.eventsBlanked(), erased.rejectionsRemoved()));
    if (erased.isNothing()) {
      say.accept("warning   nothing here named this member: check the id and the community");
    }
    restate(new FactsJob());
    restate(new MartsJob());
    later.run();
    Upkeep upkeep = Upkeep.of(bench.spark(), bench.warehouse(), bench.clock());
    Upkeep.Removed removed = upkeep.removeAll();
    say.accept(
        "history   %,d old snapshots and %,d files that nothing names removed"
            .formatted(removed.snapshots(), removed.orphanFiles()));
    prove(upkeep, memberKey);
    long named = erased.eventsRemoved() + erased.eventsBlanked();
    return new Summary(named, 0, 0, "", List.of(Table.META_ERASURE_LEDGER));
  }

  /** Runs a stage anew over tables without the member. */
  public void restate(Job stage) {
    Summary summary = stage.run(bench);
    say.accept(
        "%-9s %s"
            .formatted(
                stage.stage(),
                summary.isNew() ? "restated without the member" : "nothing to restate"));
  }

  private void prove(Upkeep upkeep, String memberKey) {
    MemberTraces.Traces traces = new MemberTraces(bench, memberKey).search();
    long surplus = upkeep.surplus();
    say.accept(
        "proof     %,d rows in %d tables; %,d rows and %,d other files among %,d files; %d old snapshots, branches or tags"
            .formatted(
                traces.rows(),
                traces.tables(),
                traces.physicalRows(),
                traces.otherFiles(),
                traces.files(),
                surplus));
    say.accept("ledger    " + ErasedMembers.hash(memberKey));
    if (!traces.areNone() || surplus > 0) {
      throw new Refusal(
          ExitCode.AUDIT_FAILED,
          """
          The member's key, or an old state that may hold it, is still in the warehouse
            places: %s
            maybe another program wrote there meanwhile: run the erasure again"""
              .formatted(traces.places()));
    }
  }

  private void requireKnown(String communityId) {
    List<String> known =
        bench
            .tables()
            .read(Table.CORE_DIM_COMMUNITY)
            .select(col(Columns.COMMUNITY_ID))
            .orderBy(Columns.COMMUNITY_ID)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    if (!known.contains(communityId)) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "Cannot erase a member of '%s': the warehouse knows %s".formatted(communityId, known));
    }
  }
}
