package groundswell.jobs.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Does the same work for several tables, a few at a time: planning and committing a small table
 * costs more than its rows, and uses one core.
 */
final class Together {
  private static final int THREADS = 4;

  private Together() {}

  /** The same for work that does not ask Spark. */
  static <T> void run(Collection<T> items, Consumer<T> work) {
    run(null, items, work);
  }

  /** Returns when all are done; the first failure is thrown after the others have ended. */
  static <T> void run(SparkSession spark, Collection<T> items, Consumer<T> work) {
    if (items.size() <= 1) {
      items.forEach(work);
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(THREADS, items.size())));
    try {
      List<Future<?>> results = new ArrayList<>();
      for (T item : items) {
        results.add(
            threads.submit(
                () -> {
                  if (spark != null) {
                    SparkSession.setActiveSession(spark);
                  }
                  work.accept(item);
                }));
      }
      await(results);
    } finally {
      threads.shutdown();
    }
  }

  private static void await(List<Future<?>> results) {
    RuntimeException first = null;
    for (Future<?> result : results) {
      try {
        result.get();
      } catch (ExecutionException fault) {
        first = first == null ? unchecked(fault.getCause()) : first;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while tables were written", stop);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }
}
