package groundswell.jobs.ingest;

import groundswell.jobs.tables.SortedRun;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Brings the events that are kept to the tasks that write them. */
final class EventRuns {
  private EventRuns() {}

  /** The runs of all blocks, without the copies. */
  static JavaRDD<SortedRun> of(
      JavaRDD<EventBlock> blocks, Broadcast<Copies> copies, WritePlan plan, String communityId) {
    return blocks
        .flatMapToPair(block -> parts(block, copies.value(), plan))
        .partitionBy(plan)
        .mapPartitions(parts -> runs(communityId, parts));
  }

  private static Iterator<Tuple2<Integer, KeptEvents>> parts(
      EventBlock block, Copies copies, WritePlan plan) {
    Map<Integer, EncodedEvents> byPeriod = new TreeMap<>();
    for (int event = 0; event < block.events(); event++) {
      if (copies.isKept(block.file().number(), block.outcome(event))) {
        byPeriod
            .computeIfAbsent(block.period(event), period -> new EncodedEvents())
            .add(block.encoded(), event);
      }
    }
    List<Tuple2<Integer, KeptEvents>> parts = new ArrayList<>();
    byPeriod.forEach(
        (period, events) -> {
          events.trim();
          int run = plan.run(period, block.file().number(), block.number());
          parts.add(new Tuple2<>(run, new KeptEvents(period, block.file().name(), events)));
        });
    return parts.iterator();
  }

  private static Iterator<SortedRun> runs(
      String communityId, Iterator<Tuple2<Integer, KeptEvents>> parts) {
    Map<Integer, List<KeptEvents>> byRun = new TreeMap<>();
    parts.forEachRemaining(
        part -> byRun.computeIfAbsent(part._1(), run -> new ArrayList<>()).add(part._2()));
    return byRun.values().stream()
        .map(run -> (SortedRun) new EventRun(communityId, run))
        .iterator();
  }
}
