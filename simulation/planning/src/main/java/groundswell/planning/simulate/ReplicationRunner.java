package groundswell.planning.simulate;

import java.io.Serializable;
import java.util.List;

/**
 * Runs independent replications somewhere. Two adapters: threads of this machine, and Spark. Each
 * replication is a pure function of its number, so both give the same results, bit for bit, in the
 * order of the numbers.
 */
public interface ReplicationRunner {
  /**
   * Runs the numbers from 0 to {@code count}, exclusive; {@code progress} hears of every few that
   * are finished while the others run.
   */
  <T extends Serializable> List<T> run(int count, Replication<T> replication, Progress progress);

  /** One replication by its number; sent to where it runs, and used by several threads there. */
  @FunctionalInterface
  interface Replication<T extends Serializable> extends Serializable {
    T run(int number);
  }
}
