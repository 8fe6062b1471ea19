package groundswell.planning.report;

import static groundswell.schemas.Columns.*;

import groundswell.planning.scenario.Scenario;
import groundswell.planning.scenario.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The report as one page: no network, no script; well-formed, so that any reader can take it in.
 */
final class Page {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
  private final ScenarioFile file;
  private final ReportFacts facts;
  private final String command;

  Page(ScenarioFile file, ReportFacts facts, String command) {
    this.file = file;
    this.facts = facts;
    this.command = command;
  }

  String html() {
    Scenario scenario = file.scenario();
    Map<String, Object> answer = facts.answer().orElseThrow();
    String title = scenario.title().isEmpty() ? scenario.name() : scenario.title();
    var html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    html.append("<meta name=\"color-scheme\" content=\"light dark\"/>");
    html.append("<title>Launch plan: ").append(Html.text(title)).append("</title>");
    html.append("<style>").append(style()).append("</style></head><body><main>");
    html.append("<header><p class=\"over\">Launch plan · ").append(Html.text(title));
    html.append(" · as of ").append(scenario.asOf()).append("</p><h1>");
    html.append(Html.text(answer.get(SENTENCE))).append("</h1>");
    html.append(tiles(answer)).append("</header>");
    sections(html, scenario);
    return html.append("</main></body></html>\n").toString();
  }

  private String tiles(Map<String, Object> answer) {
    String currency = Html.text(answer.get(CURRENCY));
    String reactive =
        Html.whole(answer.get(REACTIVE_LOW)) + "–" + Html.whole(answer.get(REACTIVE_HIGH));
    return "<div class=\"tiles\">"
        + tile("launch build", Html.whole(answer.get(LAUNCH_BUILD)), "units")
        + tile("reactive build", reactive, "units, by reservations")
        + tile("mean profit", Html.whole(answer.get(PROFIT_MEAN)), currency)
        + tile("worst draws, mean", Html.whole(answer.get(CVAR90)), currency)
        + tile("chance of a loss", Html.percent(answer.get(LOSS_PROBABILITY)), "of the draws")
        + tile("members served", Html.percent(answer.get(FILL_RATE)), "of those who come")
        + "</div>";
  }

  private static String tile(String name, String number, String unit) {
    return "<div class=\"tile\"><span>%s</span><b>%s</b><small>%s</small></div>"
        .formatted(name, number, unit);
  }

  private void sections(StringBuilder html, Scenario scenario) {
    html.append("<div class=\"two\">");
    section(html, "Demand against supply", SupplySection.html(scenario, facts));
    section(html, "How fast it sells out", SellOutSection.html(facts));
    section(html, "Profit against stock", ProfitSection.curve(facts, scenario.currency()));
    section(html, "Growth of the community", GrowthSection.html(facts, scenario.dayOfRound(0)));
    html.append("</div>");
    section(html, "The plan, step by step", PlanSection.steps(facts) + PlanSection.reactive(facts));
    section(html, "What the plan is worth", ProfitSection.comparison(facts) + sureness());
    section(html, "The communities", EvidenceSection.communities(facts));
    section(html, "What was estimated", EvidenceSection.estimates(facts));
    section(html, "Where it comes from", EvidenceSection.provenance(file, facts, command));
  }

  private String sureness() {
    Map<String, Object> answer = facts.answer().orElseThrow();
    return "<p>Distance from the best plan of this kind, estimated on ten batches of the draws and biased upwards: %s %s (95 %% interval %s to %s). What no draw contains, such as a rival's launch or a recall, is in no band.</p>"
        .formatted(
            Html.text(answer.get(CURRENCY)),
            Html.whole(answer.get(GAP)),
            Html.whole(answer.get(GAP_LOW)),
            Html.whole(answer.get(GAP_HIGH)));
  }

  private static void section(StringBuilder html, String title, String body) {
    html.append("<section><h2>").append(title).append("</h2>").append(body).append("</section>");
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s*\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read report.css", e);
    }
  }
}
