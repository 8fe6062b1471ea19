package groundswell.jobs.maintain;

import static groundswell.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import groundswell.jobs.ingest.NextKeys;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.tables.Draft;
import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.Slice;
import groundswell.jobs.tables.Tables;
import groundswell.jobs.tables.Upkeep;
import groundswell.schemas.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Gives every member a new key under a new secret. Events, refused rows and the dimension of
 * members hold keys and are written anew; facts and marts hold numbers, and members keep theirs.
 * Safe to run again after an interruption.
 */
public final class KeyRotation {
  private final Workbench bench;
  private final Consumer<String> say;

  /**
   * @param say takes a line as soon as a step is done
   */
  public KeyRotation(Workbench bench, Consumer<String> say) {
    this.bench = bench;
    this.say = say;
  }

  /**
   * Changes the keys.
   *
   * @param later does the same for what is made of marts; runs before the old files are removed
   */
  public void run(Runnable later) {
    NextKeys keys = NextKeys.begin(bench.warehouse());
    Run run = asRun(keys);
    if (bench.tables().isDone(run)) {
      say.accept("keys      were changed before the interruption");
    } else {
      publish(keys, run);
    }
    NextKeys.finish(bench.warehouse());
    later.run();
    Upkeep.Removed removed = Upkeep.of(bench.spark(), bench.warehouse(), bench.clock()).removeAll();
    say.accept(
        "history   %,d old snapshots and %,d files that nothing names removed"
            .formatted(removed.snapshots(), removed.orphanFiles()));
  }

  private void publish(NextKeys keys, Run run) {
    Tables tables = bench.tables();
    Draft draft = tables.draft(run);
    for (Table table : run.outputs()) {
      if (tables.exists(table)) {
        draft.replace(table, Slice.all(), changed(tables.read(table), keys));
      }
    }
    draft.publish();
    say.accept("keys      of %,d members changed".formatted(members(tables)));
  }

  private static Dataset<Row> changed(Dataset<Row> rows, NextKeys keys) {
    UDF2<String, String, String> ofKey = keys::of;
    UDF2<String, byte[], byte[]> ofRaw = keys::in;
    UserDefinedFunction key = udf(ofKey, DataTypes.StringType);
    UserDefinedFunction raw = udf(ofRaw, DataTypes.BinaryType);
    Set<String> named = Set.copyOf(ErasedEvents.KEYS);
    Column[] columns =
        List.of(rows.columns()).stream()
            .map(
                name ->
                    name.equals(RAW)
                        ? raw.apply(col(COMMUNITY_ID), col(RAW)).as(RAW)
                        : isKey(name, named) ? next(key, name).as(name) : col(name))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static boolean isKey(String name, Set<String> named) {
    return name.equals(MEMBER_KEY) || named.contains(name);
  }

  /** An object's id is a member's key only where the object is a member. */
  private static Column next(UserDefinedFunction key, String name) {
    Column changed = key.apply(col(COMMUNITY_ID), col(name));
    return name.equals(OBJECT_ID)
        ? when(col(OBJECT_TYPE).equalTo("member"), changed).otherwise(col(name))
        : changed;
  }

  private static long members(Tables tables) {
    return tables.read(Table.CORE_DIM_MEMBER).where(col(IS_CURRENT)).count();
  }

  private Run asRun(NextKeys keys) {
    return Run.of("maintain", Slice.all())
        .writing(Table.CORE_EVENT, Table.CORE_DIM_MEMBER, Table.CORE_REJECTED_EVENT)
        .configuredBy("rotate-key " + keys.name())
        .madeBy(bench.codeVersion());
  }
}
