package groundswell.generate.output;

import groundswell.generate.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Writes a whole community with the threads of this machine. */
public final class LocalRun {
  private LocalRun() {}

  /**
   * Writes everything; the bytes do not depend on {@code threads}.
   *
   * @param progress is told how many blocks are done, of {@link Generation#blocks}
   */
  public static Truth run(Parameters parameters, Path output, int threads, IntConsumer progress) {
    refuseUsed(output);
    Generation generation = new Generation(parameters, output);
    return generation.finish(reports(generation, Generation.blocks(parameters), threads, progress));
  }

  /** A folder that holds anything is refused: a mixture of two logs is worth nothing. */
  public static void refuseUsed(Path output) {
    if (Files.notExists(output)) {
      return;
    }
    if (!Files.isDirectory(output)) {
      throw new IllegalArgumentException("the output must be a folder but is %s".formatted(output));
    }
    try (Stream<Path> entries = Files.list(output)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "the output folder must be empty or not exist, but %s holds files".formatted(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list %s: %s".formatted(output, e.getMessage()), e);
    }
  }

  private static List<Report> reports(
      Generation generation, int blocks, int threads, IntConsumer progress) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Report>> futures = new ArrayList<>();
      for (int index = 0; index < blocks; index++) {
        int block = index;
        futures.add(pool.submit(() -> generation.write(block)));
      }
      List<Report> reports = new ArrayList<>();
      for (Future<Report> future : futures) {
        reports.add(future.get());
        progress.accept(reports.size());
      }
      return reports;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the community was written", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
