package groundswell.planning.simulate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Replications on threads of this machine; workers take the next number when they are free. */
public final class LocalThreads implements ReplicationRunner {
  private final int threads;

  public LocalThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1 but is " + threads);
    }
    this.threads = threads;
  }

  /** One thread per processor. */
  public static LocalThreads ofThisMachine() {
    return new LocalThreads(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public <T extends Serializable> List<T> run(
      int count, Replication<T> replication, Progress progress) {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(threads, LocalThreads::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < threads; worker++) {
        running.add(workers.submit(() -> work(results, next, replication, progress)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted; nothing was published", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A replication failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
    @SuppressWarnings("unchecked")
    List<T> list = (List<T>) (List<?>) Arrays.asList(results);
    return list;
  }

  private static <T extends Serializable> void work(
      Object[] results, AtomicInteger next, Replication<T> replication, Progress progress) {
    int number = next.getAndIncrement();
    while (number < results.length && !Thread.currentThread().isInterrupted()) {
      results[number] = replication.run(number);
      progress.done(1);
      number = next.getAndIncrement();
    }
  }

  /** A stop by Ctrl-C must not wait for the replications. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "replication");
    thread.setDaemon(true);
    return thread;
  }
}
