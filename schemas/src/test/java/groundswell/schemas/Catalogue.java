package groundswell.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The generated files as they must be, computed from the contracts. */
record Catalogue(Map<Path, String> files) {
  private static final String SOURCES = "schemas/src/main/java/groundswell/schemas/";
  private static final int LINE_LENGTH = 100;
  private static final String BEGIN = "  // contracts: begin\n";
  private static final String END = "\n  // contracts: end";

  static Catalogue of(Path root) throws IOException {
    List<Contract> contracts = Contracts.all();
    Map<Path, String> files = new TreeMap<>();
    Path table = root.resolve(SOURCES + "Table.java");
    files.put(table, tables(Files.readString(table), contracts));
    files.put(root.resolve(SOURCES + "Columns.java"), columns(contracts));
    Path docs = root.resolve("docs/tables");
    files.put(docs.resolve("index.md"), TablePage.index(contracts));
    for (Contract contract : contracts) {
      files.put(docs.resolve(contract.table() + ".md"), TablePage.of(contract));
    }
    return new Catalogue(files);
  }

  private static String tables(String source, List<Contract> contracts) {
    int begin = source.indexOf(BEGIN) + BEGIN.length();
    int end = source.indexOf(END);
    TreeSet<String> constants = new TreeSet<>();
    contracts.forEach(contract -> constants.add(constant(contract)));
    return source.substring(0, begin) + String.join("", constants) + source.substring(end);
  }

  private static String constant(Contract contract) {
    Table table = contract.table();
    String name = "  public static final Table %s =".formatted(table.constant());
    String value = "new Table(\"%s\", \"%s\");".formatted(table.namespace(), table.name());
    boolean isLong = name.length() + 1 + value.length() > LINE_LENGTH;
    return name + (isLong ? "\n      " : " ") + value + "\n";
  }

  private static String columns(List<Contract> contracts) {
    TreeSet<String> names = new TreeSet<>();
    contracts.forEach(contract -> names.addAll(contract.columnNames()));
    String constants =
        names.stream()
            .map(
                name ->
                    "  public static final String %s = \"%s\";\n"
                        .formatted(name.toUpperCase(Locale.ROOT), name))
            .collect(Collectors.joining());
    return """
        package groundswell.schemas;

        /**
         * The column dictionary: every column name of every contract; one name has one meaning in the whole
         * project. Generated from the contracts by {@code CatalogueWriter}.
         */
        public final class Columns {
        %s
          private Columns() {}
        }
        """
        .formatted(constants);
  }
}
