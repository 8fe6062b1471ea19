package groundswell.runner;

import groundswell.jobs.tables.Run;
import groundswell.jobs.tables.RunManifest;
import groundswell.jobs.tables.RunOrigin;
import groundswell.jobs.tables.RunOutput;
import groundswell.jobs.tables.RunSource;
import groundswell.jobs.tables.Slice;
import groundswell.schemas.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A manifest for people. */
final class RunText {
  private RunText() {}

  static List<String> lines(RunManifest manifest) {
    Run run = manifest.run();
    RunOrigin origin = manifest.origin();
    List<String> lines = new ArrayList<>();
    lines.add("run       " + manifest.id());
    lines.add("stage     %s, %s".formatted(run.stage(), run.slice().text()));
    lines.add(
        "when      %s to %s (%.1f s)"
            .formatted(manifest.started(), manifest.ended(), manifest.seconds()));
    lines.add(
        "program   %s, checksum %s, commit %s"
            .formatted(
                origin.programVersion(),
                run.codeVersion(),
                origin.gitRevision().orElse("unknown")));
    lines.add("events    schemas %s".formatted(origin.eventSchemas()));
    lines.add(
        "settings  configuration %s; %d settings of Spark (--json shows them)"
            .formatted(
                run.configHash().isEmpty() ? "none" : run.configHash(), origin.spark().size()));
    lines.add("began on  " + (manifest.base().isEmpty() ? "unknown" : manifest.base()));
    run.sources().forEach(source -> lines.add(line(source)));
    run.inputs().forEach((table, id) -> lines.add(line("read", table, id, version(origin, table))));
    manifest
        .outputs()
        .forEach(
            (table, done) ->
                lines.add(
                    line("wrote", table, done.written().snapshotId(), version(origin, table))
                        + counts(done)));
    return lines;
  }

  private static String version(RunOrigin origin, Table table) {
    return origin.contracts().getOrDefault(table, "unknown");
  }

  private static String line(String what, Table table, long snapshot, String contract) {
    return "%-9s %-28s snapshot %-20d contract %s".formatted(what, table, snapshot, contract);
  }

  private static String line(RunSource source) {
    return "read      %d files of %s by %s (mapping %s…)"
        .formatted(
            source.files(), source.input(), source.mapping(), source.mappingHash().substring(0, 8));
  }

  private static String counts(RunOutput output) {
    String how = output.isAppended() ? "appended" : "in place of " + slices(output.replaced());
    return String.format(
        Locale.ROOT,
        "  %,d rows %s, %,d removed, %,d now",
        output.written().added(),
        how,
        output.written().removed(),
        output.written().total());
  }

  private static String slices(List<Slice> slices) {
    return slices.isEmpty()
        ? "others"
        : String.join(" and ", slices.stream().map(Slice::text).toList());
  }
}
