package groundswell.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One writer per warehouse. The operating system holds the lock, so a holder that dies, however it
 * dies, leaves it free; a text beside it says who holds it. Not re-entrant: a command takes it
 * once.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String HOLDER = ".lock-holder";

  /**
   * Warehouses locked by this process: closing a second channel would drop the first one's lock.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path warehouse;
  private final FileChannel channel;

  private WarehouseLock(Path warehouse, FileChannel channel) {
    this.warehouse = warehouse;
    this.channel = channel;
  }

  /** Takes the lock or refuses with exit code 31 and the sentence that says who holds it. */
  public static WarehouseLock hold(Path warehouse, String command, Clock clock) {
    try {
      Files.createDirectories(warehouse);
      Path real = warehouse.toRealPath();
      if (!HELD_HERE.add(real)) {
        throw held(real);
      }
      WarehouseLock lock = new WarehouseLock(real, locked(real));
      lock.sign(holder(command, clock));
      return lock;
    } catch (IOException fault) {
      throw StorageFault.of("write to the warehouse " + warehouse, fault);
    }
  }

  /** The warehouse's folder. */
  public Path warehouse() {
    return warehouse;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(warehouse.resolve(HOLDER));
      channel.close();
    } catch (IOException fault) {
      throw StorageFault.of("release the lock of " + warehouse, fault);
    } finally {
      HELD_HERE.remove(warehouse);
    }
  }

  private void sign(String holder) throws IOException {
    try {
      AtomicFile.replace(warehouse.resolve(HOLDER), holder.getBytes(UTF_8));
    } catch (IOException fault) {
      close();
      throw fault;
    }
  }

  private static FileChannel locked(Path warehouse) throws IOException {
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel =
          FileChannel.open(
              warehouse.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        throw held(warehouse);
      }
      return channel;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(warehouse);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static String holder(String command, Clock clock) {
    return "'%s' (process %d, since %s)"
        .formatted(
            command,
            ProcessHandle.current().pid(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Refusal held(Path warehouse) {
    String holder;
    try {
      holder = Files.readString(warehouse.resolve(HOLDER));
    } catch (IOException gone) {
      holder = "another command that is starting or ending";
    }
    return new Refusal(
        ExitCode.LOCK_HELD,
        "The warehouse %s is in use by %s\n  nothing was changed; run again when it has ended"
            .formatted(warehouse, holder));
  }
}
