package groundswell.runner.faults;

import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.LocalRun;
import groundswell.runner.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The log of a small community with late, repeated and bad rows, as it comes in two nights. */
record AuroraNights(Path events) {
  private static final LocalDate BEGIN = LocalDate.parse("2026-01-01");
  private static final int DAYS = 15;
  private static final int MEMBERS = 100;

  /** Writes the log below a folder. */
  static AuroraNights in(Path folder) throws IOException {
    Parameters parameters =
        new Parameters(
            MEMBERS,
            DAYS,
            7,
            BEGIN,
            ZoneId.of("Asia/Shanghai"),
            new Defects(0.02, 0.01, 0.005),
            Format.AVRO);
    LocalRun.run(parameters, folder.resolve("aurora"), 2, block -> {});
    return new AuroraNights(folder.resolve("aurora/events"));
  }

  /** Options of an ingest of two thirds of the days. */
  List<String> firstNight() {
    String last = BEGIN.plusDays(DAYS * 2 / 3).toString();
    return List.of("--source", source(), "--input", events.toString(), "--to", last);
  }

  /** Options of an ingest of whatever is there. */
  List<String> allNights() {
    return List.of("--source", source(), "--input", events.toString());
  }

  private static String source() {
    return Project.root().resolve("examples/aurora/source.yaml").toString();
  }
}
