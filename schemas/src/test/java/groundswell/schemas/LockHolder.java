package groundswell.schemas;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Another process that holds the lock of a warehouse until somebody kills it. */
final class LockHolder {
  private LockHolder() {}

  /** Holds the lock of the first argument; says so in one line; waits for the end of its input. */
  public static void main(String[] args) throws IOException {
    try (WarehouseLock lock = WarehouseLock.hold(Path.of(args[0]), "marts", Clock.systemUTC())) {
      System.out.println("held " + lock.warehouse());
      int end = System.in.read();
      System.out.println("released " + end);
    }
  }
}
