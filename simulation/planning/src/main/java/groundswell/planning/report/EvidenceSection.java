package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the numbers rest on: estimates, communities, provenance. */
final class EvidenceSection {
  private EvidenceSection() {}

  static String estimates(ReportFacts facts) {
    if (facts.estimates().isEmpty()) {
      return "<p>No published estimates belong to this community.</p>";
    }
    List<List<String>> rows = new ArrayList<>();
    for (var row : facts.estimates()) {
      rows.add(
          List.of(
              Html.text(row.get(SUBJECT)),
              Html.text(row.get(PARAMETER)),
              number(row.get(ESTIMATE)),
              number(row.get(LOW)) + " to " + number(row.get(HIGH)),
              Html.percent(row.get(LEVEL)),
              Html.whole(row.get(OBSERVATIONS)),
              Html.text(row.get(UNIT))));
    }
    return Html.table(
        "Estimates that the simulation draws from, or that describe the community",
        List.of("subject", "parameter", "estimate", "interval", "level", "n", "unit"),
        rows);
  }

  private static String number(Object value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4g", ((Number) value).doubleValue());
  }

  static String communities(ReportFacts facts) {
    List<String> columns = CommunityFacts.columns(facts.communities());
    if (columns.isEmpty()) {
      return "<p>The warehouse holds no marts of communities.</p>";
    }
    List<String> head = new ArrayList<>(List.of("community"));
    head.addAll(columns);
    List<List<String>> rows = new ArrayList<>();
    for (CommunityFacts community : facts.communities()) {
      List<String> row = new ArrayList<>(List.of(Html.text(community.name())));
      columns.forEach(column -> row.add(community.numbers().getOrDefault(column, "–")));
      rows.add(row);
    }
    return Html.table("From the marts, over all published days", head, rows);
  }

  static String provenance(ScenarioFile file, ReportFacts facts, String command) {
    Map<String, Object> answer = facts.answer().orElseThrow();
    Map<String, Object> run = facts.run().orElse(Map.of());
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("scenario", file.scenario().name() + " (" + file.path() + ")");
    lines.put("scenario hash", answer.get(SCENARIO_HASH));
    lines.put("plan run", answer.get(RUN_ID));
    lines.put("simulation run", answer.get(SIMULATE_RUN_ID));
    lines.put("community", run.get(COMMUNITY_ID));
    lines.put("bundle", run.get(BUNDLE_AS_OF) + " " + run.get(BUNDLE_HASH));
    lines.put("members, arcs", Html.whole(run.get(MEMBERS)) + ", " + Html.whole(run.get(ARCS)));
    lines.put("seed", run.get(SEED));
    lines.put("histories, draws", run.get(REPLICATIONS) + ", " + run.get(DRAWS));
    lines.put("publication", facts.publication());
    lines.put("version", answer.get(CODE_VERSION));
    var html = new StringBuilder("<dl>");
    lines.forEach(
        (name, value) ->
            html.append("<dt>%s</dt><dd>%s</dd>".formatted(Html.text(name), Html.text(value))));
    html.append("</dl><p>To make it again:</p><pre>");
    html.append(Html.text(run.get(COMMAND))).append('\n');
    html.append(Html.text(answer.get(COMMAND))).append('\n');
    return html.append(Html.text(command)).append("</pre>").toString();
  }
}
