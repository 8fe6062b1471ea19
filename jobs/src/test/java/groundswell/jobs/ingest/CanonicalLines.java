package groundswell.jobs.ingest;

import groundswell.schemas.ActivityTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Walks over small files of events without a session. */
final class CanonicalLines {
  private static final byte[] SECRET =
      "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);

  private CanonicalLines() {}

  /** A canonical source in a zone. */
  static ScanPlan plan(SourceFormat format, ZoneId zone) {
    Community community =
        new Community(
            "aurora",
            "Aurora",
            zone,
            "CNY",
            StoragePeriod.DAY,
            ActivityTypes.DEFAULT,
            List.of("order_placed"),
            null,
            28,
            10,
            null);
    SourceMapping mapping =
        new SourceMapping(
            "source.yaml",
            community,
            format,
            List.of(),
            CsvOptions.CANONICAL,
            "row",
            SourceColumns.canonical(format),
            true,
            ZoneOffset.UTC,
            Instant.parse("2000-01-01T00:00:00Z"),
            List.of());
    return new ScanPlan(mapping, null, SECRET, ErasedMembers.NONE);
  }

  /** What is refused of these JSON lines. */
  static List<Rejection> rejections(Path folder, String... lines) {
    Path file = folder.resolve("events.jsonl");
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return walk(plan(SourceFormat.JSONL, ZoneOffset.UTC), file).rejections();
  }

  /** Walks over a file. */
  static Walk walk(ScanPlan plan, Path path) {
    List<Rejection> rejections = new ArrayList<>();
    List<Object[]> events = new ArrayList<>();
    try {
      InputFile file =
          new InputFile(0, path.getFileName().toString(), path.toString(), Files.size(path));
      try (EventCursor cursor = plan.opener().open(file)) {
        while (cursor.next()) {
          if (cursor.rejection() == null) {
            events.add(cursor.event().clone());
          } else {
            rejections.add(cursor.rejection());
          }
        }
        return new Walk(cursor.rows(), events, rejections);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** What came of a file. */
  record Walk(long rows, List<Object[]> events, List<Rejection> rejections) {}
}
