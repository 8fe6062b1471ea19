package groundswell.planning.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A scenario as read from disk: the record, its hash and where it came from. */
public record ScenarioFile(Path path, String text, Scenario scenario, String hash) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(PlainTypes.module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /** Reads and checks a file; {@link ScenarioBroken} lists every violation at once. */
  public static ScenarioFile read(Path path) {
    try {
      return parse(path, Files.readString(path));
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.INPUT_MISSING,
          "Cannot read scenario %s%n  maybe make one: groundswell scenario new %s"
              .formatted(path, path.getFileName()),
          e);
    }
  }

  /** Reads and checks a text; {@code path} is only named in messages. */
  public static ScenarioFile parse(Path path, String text) {
    var tree = YamlTree.parse(path.toString(), text);
    List<Violation> violations = Violations.of(tree);
    if (!violations.isEmpty()) {
      throw new ScenarioBroken(path.toString(), violations);
    }
    var filled = (ObjectNode) tree.root().deepCopy();
    ScenarioSchema.fillDefaults(filled);
    return new ScenarioFile(path, text, record(filled), hash(filled));
  }

  private static Scenario record(JsonNode tree) {
    try {
      return MAPPER.treeToValue(tree, Scenario.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the scenario although its schema holds", e);
    }
  }

  /** Hash of the content with defaults filled in, so that comments and order of lines are free. */
  private static String hash(JsonNode tree) {
    try {
      byte[] bytes = CanonicalJson.of(tree).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The same scenario with another number of histories; its hash says so. */
  public ScenarioFile withReplications(int replications) {
    var plan = scenario.wordOfMouth();
    if (replications < 1) {
      throw new Refusal(ExitCode.USAGE, "--replications must be at least 1 but is " + replications);
    }
    return replications == plan.replications()
        ? this
        : new ScenarioFile(
            path, text, scenario.with(plan.with(replications)), hash + "-r" + replications);
  }
}
