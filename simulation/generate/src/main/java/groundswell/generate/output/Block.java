package groundswell.generate.output;

import groundswell.generate.Parameters;
import groundswell.generate.activity.Script;
import groundswell.generate.activity.Shard;
import groundswell.generate.world.Community;
import java.nio.file.Path;
import java.util.List;

/**
 * One day of one shard: the unit of work. What it writes is a function of (parameters, block), so
 * neither the number of threads nor their order can be seen in the files.
 */
public record Block(int day, Shard shard) {
  /** What a block wrote, and what it hands on to the files of later days. */
  record Written(Block block, Tally tally, LogFile file, List<Parcel> parcels) {}

  /** Writes the block's own file below {@code events}. */
  Written write(Parameters parameters, Community community, Script script, Path events) {
    Outbox outbox = new Outbox(parameters, community.calendar(), community.streams(), day);
    script.play(day, shard, outbox);
    String name = LogFile.name(community.calendar().date(day), shard.number(), parameters.format());
    LogFile file =
        new LogFile(
            name,
            outbox.rows().count(),
            outbox.tally().count("repeated_here"),
            outbox.tally().sum("bad."));
    if (file.rows() > 0) {
      RowFile.write(events, name, parameters.format(), outbox.rows());
    }
    return new Written(this, outbox.tally(), file, outbox.parcels());
  }
}
