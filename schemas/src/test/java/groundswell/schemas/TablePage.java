package groundswell.schemas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pages for people who read the tables, in Markdown. */
final class TablePage {
  private static final String NOTE =
      "Generated from the data contracts by `./groundswell docs`; edit the contract, not this page.";

  private TablePage() {}

  static String index(List<Contract> contracts) {
    StringBuilder page = new StringBuilder();
    page.append("# Which table answers which question\n\n").append(NOTE).append("\n\n");
    page.append("| question | table | one row is |\n|---|---|---|\n");
    for (Contract contract : contracts) {
      page.append(
          "| %s | [%2$s](%2$s.md) | %3$s |\n"
              .formatted(cell(contract.question()), contract.table(), cell(contract.grain())));
    }
    return page.append('\n').append(READING).toString();
  }

  static String of(Contract contract) {
    StringBuilder page = new StringBuilder();
    page.append("# %s\n\n".formatted(contract.table()));
    page.append(contract.purpose()).append("\n\n");
    page.append("* **Question**: ").append(contract.question()).append('\n');
    page.append("* **Grain**: ").append(contract.grain()).append('\n');
    if (!contract.key().isEmpty()) {
      page.append("* **Key**: ").append(names(contract.key())).append('\n');
    }
    page.append("* **Stored** ").append(storage(contract)).append('\n');
    forEverybody(contract)
        .ifPresent(open -> page.append("* **For everybody**: [%1$s](%1$s.md)\n".formatted(open)));
    page.append(
        "* **Contract**: [%s, version %s](../../%s)\n\n"
            .formatted(contract.table(), contract.version(), contract.source()));
    columns(page, contract);
    rules(page, contract);
    page.append("## Read it\n\n").append(query(contract)).append('\n');
    return page.append(NOTE).append('\n').toString();
  }

  /** A mart is public when a table of its name stands in the namespace public. */
  private static Optional<Table> forEverybody(Contract contract) {
    return Contracts.all().stream()
        .map(Contract::table)
        .filter(open -> open.namespace().equals("public"))
        .filter(open -> contract.table().equals(new Table("mart", open.name())))
        .findFirst();
  }

  private static String storage(Contract contract) {
    String partition =
        contract.has("period")
            ? "by community_id and period"
            : contract.has("community_id") ? "by community_id" : "unpartitioned";
    return contract.sort().isEmpty()
        ? partition
        : partition + ", sorted by " + names(contract.sort());
  }

  private static void columns(StringBuilder page, Contract contract) {
    page.append(
        "## Columns\n\n| column | type | null | meaning | unit or values |\n|---|---|---|---|---|\n");
    for (ContractColumn column : contract.columns()) {
      String domain =
          column.values().isEmpty() ? column.unit() : String.join(", ", column.values());
      page.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  column.name(),
                  column.type(),
                  column.required() ? "never" : "may be",
                  cell(column.meaning()),
                  cell(domain)));
    }
    page.append('\n');
  }

  private static void rules(StringBuilder page, Contract contract) {
    if (contract.rules().isEmpty()) {
      return;
    }
    page.append(
        "## Rules\n\nChecked before every publication; a broken rule publishes nothing.\n\n");
    for (Rule rule : contract.rules()) {
      page.append("* **%s**. When it breaks: %s.\n".formatted(rule.name(), rule.hint()));
    }
    page.append('\n');
  }

  private static String query(Contract contract) {
    return """
        In the warehouse folder, with DuckDB:

        ```sql
        SET VARIABLE files = (
          SELECT json_extract_string(tables, '$."%1$s".files[*]') FROM read_json('publish/latest.json'));
        SELECT * FROM read_parquet(getvariable('files')) LIMIT 10;
        ```
        """
        .formatted(contract.table());
  }

  private static String names(List<String> columns) {
    return columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static final String READING =
      """
      ## How to read a table

      `publish/latest.json` names the files of each published table; it is replaced in one step, so whoever
      reads it sees one state of all tables. Do not read the data folders by pattern: they also hold files
      that were replaced.
      """;
}
