package groundswell.schemas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All data contracts of the class path, read once. */
public final class Contracts {
  private static final String ENDING = ".odcs.yaml";

  private Contracts() {}

  /** The contract of a table. */
  public static Contract of(Table table) {
    Contract contract = Loaded.BY_TABLE.get(table);
    if (contract == null) {
      throw new Refusal(
          ExitCode.CONTRACT_BROKEN,
          "%s has no contract\n  maybe write schemas/src/main/resources/contracts/%s%s"
              .formatted(table, table, ENDING));
    }
    return contract;
  }

  /** True when the table has a contract. */
  public static boolean exists(Table table) {
    return Loaded.BY_TABLE.containsKey(table);
  }

  /** Every contract, sorted by table name. */
  public static List<Contract> all() {
    return List.copyOf(contracts());
  }

  private static Collection<Contract> contracts() {
    return Loaded.BY_TABLE.values();
  }

  /** Reads the files on first use. */
  private static final class Loaded {
    private static final Map<Table, Contract> BY_TABLE = read();

    private static Map<Table, Contract> read() {
      Folder folder = Folder.at("/contracts");
      Map<Table, Contract> contracts = new TreeMap<>();
      for (String file : folder.names(ENDING)) {
        Contract contract = ContractReader.read(YamlFile.parse(file, folder.text(file)));
        if (!file.equals(contract.table() + ENDING)) {
          throw new Refusal(
              ExitCode.CONTRACT_BROKEN,
              "%s describes %s; name the file %s%s"
                  .formatted(file, contract.table(), contract.table(), ENDING));
        }
        contracts.put(contract.table(), contract);
      }
      return contracts;
    }
  }
}
