package groundswell.runner.faults;

import groundswell.schemas.Publication;
import groundswell.schemas.PublishedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A reader who never stops to look at {@code publish/latest.json}. */
final class PublicationWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 2;

  private final Path warehouse;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> complaints = new LinkedHashSet<>();
  private final Thread thread = new Thread(this::look, "publication-watch");

  private PublicationWatch(Path warehouse) {
    this.warehouse = warehouse;
  }

  static PublicationWatch over(Path warehouse) {
    PublicationWatch watch = new PublicationWatch(warehouse);
    watch.thread.start();
    return watch;
  }

  /** Names of all publications seen, in order; ask after closing. */
  Set<String> seen() {
    return seen;
  }

  /** What a reader could not have worked with; ask after closing. */
  Set<String> complaints() {
    return complaints;
  }

  @Override
  public void close() throws InterruptedException {
    stop.countDown();
    thread.join();
    observe();
  }

  private void look() {
    try {
      while (!stop.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        observe();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void observe() {
    if (!Files.exists(warehouse.resolve("publish/latest.json"))) {
      return;
    }
    try {
      Publication publication = Publication.read(warehouse);
      if (seen.add(publication.name())) {
        publication.tables().forEach((table, state) -> requireFiles(table.fullName(), state));
      }
    } catch (RuntimeException unreadable) {
      complaints.add(String.valueOf(unreadable.getMessage()));
    }
  }

  private void requireFiles(String table, PublishedTable state) {
    for (String file : state.files()) {
      if (!Files.exists(warehouse.resolve(file))) {
        complaints.add(table + " is published with a file that is not there: " + file);
      }
    }
    if (!Files.exists(warehouse.resolve(state.metadata()))) {
      complaints.add(table + " is published without its metadata " + state.metadata());
    }
  }
}
