package groundswell.runner;

import groundswell.jobs.ingest.MemberKey;
import groundswell.jobs.launch.CommonOptions;
import groundswell.jobs.launch.Job;
import groundswell.jobs.launch.Summary;
import groundswell.jobs.launch.Workbench;
import groundswell.jobs.maintain.Erasure;
import groundswell.schemas.ExitCode;
import groundswell.schemas.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases one member and proves it. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erase one member: from the events, from all that was made of them, from every file, and from",
      "files read later. Ends with a proof: what a search of the whole warehouse finds."
    },
    footer = {
      "",
      "Example:",
      "  ./groundswell maintain erase --community bicycles --member 1234",
      "  ./groundswell maintain erase --community bicycles --member - < id.txt"
    })
final class EraseCommand implements Job {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--community",
      paramLabel = "ID",
      required = true,
      description = "Community of the member.")
  private String community;

  @Option(
      names = "--member",
      paramLabel = "ID",
      required = true,
      description = {
        "The member's id as the source has it; - reads it from standard input, so that it stays",
        "out of the shell's history."
      })
  private String member;

  @Override
  public String stage() {
    return "maintain";
  }

  @Override
  public CommonOptions options() {
    return options;
  }

  @Override
  public Summary run(Workbench bench) {
    String key = MemberKey.of(bench.warehouse(), community, id(), EraseCommand::say);
    Erasure erasure = new Erasure(bench, EraseCommand::say);
    return erasure.run(community, key, () -> recalibrate(erasure, bench));
  }

  private void recalibrate(Erasure erasure, Workbench bench) {
    erasure.restate(new CalibrateJob());
    int bundles = StaleBundles.remove(bench.warehouse(), bench.tables(), community);
    say("bundles   %d older removed; run simulate and plan again".formatted(bundles));
  }

  private String id() {
    if (!member.equals("-")) {
      return member;
    }
    try {
      return new Scanner(System.in, StandardCharsets.UTF_8).nextLine().strip();
    } catch (NoSuchElementException empty) {
      throw new Refusal(ExitCode.USAGE, "--member - needs a line on standard input", empty);
    }
  }

  private static void say(String line) {
    System.err.println("erase: " + line);
  }
}
