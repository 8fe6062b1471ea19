package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point to is there. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./groundswell ([a-z]+)");

  @Test
  void every_link_of_every_page_leads_to_a_file() {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(text(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
          broken.add(Project.root().relativize(page) + " -> " + target);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void every_command_of_every_page_is_a_verb_of_the_launcher() {
    List<String> verbs = Project.verbs();
    List<String> unknown = new ArrayList<>();
    for (Path page : pages()) {
      Matcher command = COMMAND.matcher(text(page));
      while (command.find()) {
        if (!verbs.contains(command.group(1))) {
          unknown.add(Project.root().relativize(page) + ": " + command.group());
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void the_first_screen_shows_the_report_and_the_two_commands() {
    String readme = text(Project.root().resolve("README.md"));

    assertThat(readme.lines().count()).isLessThanOrEqualTo(60);
    assertThat(readme)
        .contains("docs/report.png", "./groundswell demo", "./groundswell test")
        .contains("`ingest`", "`facts`", "`marts`", "`calibrate`", "`simulate`", "`plan`")
        .contains("`report`");
  }

  private static List<Path> pages() {
    try (Stream<Path> files = Files.walk(Project.root())) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.toString().contains("/build/"))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
