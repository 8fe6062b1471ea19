package groundswell.planning.report;

import groundswell.planning.scenario.ScenarioFile;

/** The report as one page: no network, no script. */
final class Page {
  private final ScenarioFile file;
  private final ReportFacts facts;

  Page(ScenarioFile file, ReportFacts facts) {
    this.file = file;
    this.facts = facts;
  }

  String html() {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>"
        + Html.text(file.scenario().name())
        + "</title></head><body><h1>"
        + Html.text(facts.answer().orElseThrow().get("sentence"))
        + "</h1></body></html>";
  }
}
