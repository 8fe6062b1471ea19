package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The help of every verb has an example, and the example works when pasted. */
class HelpTest {
  @Test
  void every_verb_shows_an_example_that_the_command_line_understands() {
    List<String> wrong = new ArrayList<>();
    for (String verb : Main.commandLine().getSubcommands().keySet()) {
      List<String> examples = examples(verb);
      if (examples.isEmpty() && !verb.equals("help")) {
        wrong.add(verb + " has no example");
      }
      examples.stream().filter(example -> !isUnderstood(example)).forEach(wrong::add);
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void files_that_examples_name_are_there() {
    List<String> missing = new ArrayList<>();
    for (String verb : Main.commandLine().getSubcommands().keySet()) {
      for (String example : examples(verb)) {
        for (String word : words(example)) {
          if (word.startsWith("examples/") && !Project.root().resolve(word).toFile().exists()) {
            missing.add(example);
          }
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  /** One line each, as a shell reads them. */
  private static List<String> examples(String verb) {
    CommandLine command = Main.commandLine().getSubcommands().get(verb);
    return command
        .getUsageMessage()
        .replaceAll("\\\\\\R\\s*", "")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("./groundswell "))
        .toList();
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\s+").splitAsStream(text).toList();
  }

  private static boolean isUnderstood(String example) {
    List<String> words = words(example.substring("./groundswell ".length()));
    try {
      ParseResult parsed = Main.commandLine().parseArgs(words.toArray(String[]::new));
      return parsed.hasSubcommand();
    } catch (CommandLine.ParameterException misunderstood) {
      return false;
    }
  }
}
