package groundswell.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.generate.Defects;
import groundswell.generate.Format;
import groundswell.generate.Parameters;
import groundswell.generate.output.Generation;
import groundswell.generate.output.LocalRun;
import groundswell.generate.output.Truth;
import groundswell.jobs.launch.CommonOptions;
import groundswell.planning.cli.Place;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a synthetic community: its event log, and the truth beside it. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Make the event log of a synthetic phone maker's community with known true parameters.",
      "The events lie in DIR/events, one folder per day of receipt; the truth is DIR/truth.json."
    },
    footer = {
      "",
      "Example:",
      "  ./groundswell generate --output build/aurora --members 2000 --days 60 --seed 7"
    })
public final class GenerateCommand implements Callable<Integer> {
  /** Reads a format's name in any case. */
  static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      for (Format format : Format.values()) {
        if (format.name().equalsIgnoreCase(name)) {
          return format;
        }
      }
      String known = Arrays.toString(Format.values()).toLowerCase(Locale.ROOT);
      throw new TypeConversionException(
          "format must be one of %s but is '%s'".formatted(known, name));
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--output", paramLabel = "DIR", required = true, description = "Empty folder.")
  private Path output;

  @Option(names = "--members", defaultValue = "20000", description = "People within reach.")
  private int members;

  @Option(names = "--days", defaultValue = "120", description = "Length of the log.")
  private int days;

  @Option(names = "--seed", defaultValue = "7", description = "Same seed, same bytes.")
  private long seed;

  @Option(names = "--from", defaultValue = "2026-01-01", description = "First day.")
  private LocalDate from;

  @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "Zone of the days.")
  private ZoneId zone;

  @Option(names = "--late", defaultValue = "0", description = "Share received on a later day.")
  private double late;

  @Option(names = "--duplicate", defaultValue = "0", description = "Share sent twice.")
  private double duplicate;

  @Option(names = "--bad", defaultValue = "0", description = "Bad rows added per event.")
  private double bad;

  @Option(
      names = "--format",
      defaultValue = "avro",
      converter = FormatName.class,
      description = "avro, jsonl or csv.")
  private Format format;

  @Option(names = "--threads", defaultValue = "2", description = "Threads on this machine.")
  private int threads;

  @Option(
      names = "--on",
      defaultValue = "threads",
      converter = Place.Name.class,
      description = "threads or spark.")
  private Place place;

  @Override
  public Integer call() {
    long began = System.nanoTime();
    Truth truth;
    try {
      truth = write(parameters());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    summarise(truth, (System.nanoTime() - began) / 1e9);
    return 0;
  }

  private Parameters parameters() {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1 but is " + threads);
    }
    return new Parameters(
        members, days, seed, from, zone, new Defects(late, duplicate, bad), format);
  }

  private Truth write(Parameters parameters) {
    try (GenerateProgress progress = progress(parameters)) {
      return switch (place) {
        case THREADS -> LocalRun.run(parameters, output, threads, progress);
        case SPARK -> GenerateOnSpark.run(parameters, output, progress);
      };
    }
  }

  private GenerateProgress progress(Parameters parameters) {
    PrintWriter messages = spec.commandLine().getErr();
    return common.isQuiet()
        ? GenerateProgress.silent()
        : GenerateProgress.on(messages, Generation.blocks(parameters));
  }

  private void summarise(Truth truth, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    if (common.isJson()) {
      out.println(json(truth, seconds));
    } else if (!common.isQuiet()) {
      out.printf(
          Locale.ROOT,
          "generate: %,d events in %,d rows, %d files, %.1f s, %,.0f events/s; %s%n",
          truth.accepted(),
          truth.rows(),
          truth.files().size(),
          seconds,
          truth.accepted() / seconds,
          output.resolve("events"));
    }
    out.flush();
  }

  private String json(Truth truth, double seconds) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("stage", "generate");
    numbers.put("rows_out", truth.rows());
    numbers.put("events", truth.accepted());
    numbers.put("duplicate", truth.duplicate());
    numbers.put("bad", truth.rejected());
    numbers.put("late", truth.late());
    numbers.put("files", truth.files().size());
    numbers.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
    numbers.put("events_folder", output.resolve("events").toString());
    numbers.put("truth", output.resolve("truth.json").toString());
    try {
      return new ObjectMapper().writeValueAsString(numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
