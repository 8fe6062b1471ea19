package groundswell.schemas;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what a disk refused into a sentence: read-only (10), full (40), anything else (40). */
public final class StorageFault {
  /** What the system and SQLite say of a disk without room; the last one cannot grow its index. */
  private static final List<String> FULL =
      List.of("no space left", "disk quota exceeded", "database or disk is full", "ioerr_shmsize");

  private StorageFault() {}

  /** The refusal for a fault while doing something, e.g. {@code write /data/warehouse}. */
  public static Refusal of(String doing, Throwable fault) {
    return find(doing, fault)
        .orElseGet(
            () ->
                new Refusal(
                    ExitCode.INTERNAL_FAULT,
                    "Cannot %s: %s".formatted(doing, fault.getMessage()),
                    fault));
  }

  /** The refusal when a disk lies at the bottom of the fault; empty for every other fault. */
  public static Optional<Refusal> find(String doing, Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (FULL.stream().anyMatch(message::contains)) {
        return Optional.of(full(doing, fault));
      }
      if (isReadOnly(cause, message)) {
        return Optional.of(readOnly(doing, fault));
      }
    }
    return Optional.empty();
  }

  private static boolean isReadOnly(Throwable cause, String message) {
    return cause instanceof AccessDeniedException
        || cause instanceof ReadOnlyFileSystemException
        || (cause instanceof IOException
            && (message.contains("read-only file system") || message.contains("permission denied")))
        || message.contains("attempt to write a readonly database");
  }

  private static Refusal full(String doing, Throwable fault) {
    return new Refusal(
        ExitCode.INTERNAL_FAULT,
        "Cannot %s: the disk is full\n  nothing was published; maybe free space and run again"
            .formatted(doing),
        fault);
  }

  private static Refusal readOnly(String doing, Throwable fault) {
    return new Refusal(
        ExitCode.CONFIGURATION,
        "Cannot %s: it must be writable but is read-only for this user\n  maybe choose another --warehouse"
            .formatted(doing),
        fault);
  }
}
