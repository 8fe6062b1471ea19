package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/guarantees.md promises is held by the tests that it names. */
class GuaranteesTest {
  private static final int PROMISES = 37;
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (.*) \\|");
  private static final Pattern TEST = Pattern.compile("\\[\\w+]\\(\\.\\./([^)]+)\\) `(\\w+)`");

  @Test
  void every_promise_stands_on_the_page_held_or_not() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Matcher row : rows()) {
      numbers.add(Integer.parseInt(row.group(1)));
    }

    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, PROMISES).boxed().toList());
  }

  @Test
  void every_test_that_the_page_names_is_there_and_carries_the_number_of_its_promise()
      throws IOException {
    int tests = 0;
    for (Matcher row : rows()) {
      Matcher test = TEST.matcher(row.group(2));
      while (test.find()) {
        requireTagged(test.group(1), test.group(2), "guarantee-" + row.group(1));
        tests++;
      }
    }

    assertThat(tests).isGreaterThan(PROMISES);
  }

  private static void requireTagged(String file, String method, String tag) throws IOException {
    String text = Files.readString(Project.root().resolve(file));
    if (file.endsWith(".py")) {
      assertThat(text).as(file).contains("def " + method + "(");
      return;
    }
    int at = text.indexOf("  void " + method + "(");
    assertThat(at).as("%s has no test %s", file, method).isPositive();
    String annotations = text.substring(text.lastIndexOf("\n\n", at), at);
    assertThat(annotations).as("%s: %s", file, method).contains("@Tag(\"" + tag + "\")");
  }

  private static List<Matcher> rows() throws IOException {
    List<Matcher> rows = new ArrayList<>();
    Path page = Project.root().resolve("docs/guarantees.md");
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
