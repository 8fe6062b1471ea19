package groundswell.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The help of the proofs has examples, and they work when pasted. */
class ProveHelpTest {
  private static final String PROVE = "./groundswell prove ";

  @Test
  void every_proof_shows_an_example_that_the_command_line_understands() {
    CommandLine prove = Prove.commandLine();
    List<String> usages = new ArrayList<>(List.of(prove.getUsageMessage()));
    usages.add(prove.getSubcommands().get("faults").getUsageMessage());

    for (String usage : usages) {
      List<String> examples =
          usage.lines().map(String::strip).filter(line -> line.startsWith(PROVE)).toList();
      assertThat(examples).isNotEmpty();
      for (String example : examples) {
        String[] words = example.substring(PROVE.length()).split(" ", -1);
        assertThat(Prove.commandLine().parseArgs(words).hasSubcommand()).isTrue();
      }
    }
  }
}
