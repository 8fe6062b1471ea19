package groundswell.generate.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import groundswell.generate.Parameters;
import groundswell.generate.world.Community;
import groundswell.generate.world.Sale;
import groundswell.generate.world.SaleRules;
import groundswell.generate.world.Spread;
import groundswell.generate.world.TrueParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stage may not know and a test may: the true parameters, what really happened, and how many
 * rows of each kind the log holds. Written as {@code truth.json} beside the events.
 *
 * @param rows rows in all files
 * @param accepted rows that a reader ought to accept: one per true event
 * @param duplicate rows that repeat an accepted event's id
 * @param rejected rows that a reader ought to refuse
 * @param late events that were received on a later day than they happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Truth(
    Asked asked,
    TrueParameters parameters,
    SaleRules saleRules,
    Outcome outcome,
    long rows,
    long accepted,
    long duplicate,
    long rejected,
    long late,
    Map<String, Long> events,
    Map<String, Long> duplicates,
    Map<String, Long> bad,
    Map<String, Long> reasons,
    List<LogFile> files) {
  /** The parameters asked for. */
  public record Asked(
      int members,
      int days,
      long seed,
      String from,
      String zone,
      double late,
      double duplicate,
      double bad,
      String format) {
    static Asked of(Parameters asked) {
      return new Asked(
          asked.members(),
          asked.days(),
          asked.seed(),
          asked.from().toString(),
          asked.zone().getId(),
          asked.defects().late(),
          asked.defects().duplicate(),
          asked.defects().bad(),
          asked.format().suffix());
    }
  }

  /**
   * What happened.
   *
   * @param joinedPerDay members who joined, by day
   * @param adoptedPerDay members who bought their first phone, by day
   * @param campaignDays days on which advertising ran [days from the first]
   */
  public record Outcome(
      long joined,
      long left,
      long adopted,
      long strongTies,
      long weakTies,
      long followings,
      Map<String, Long> joinedByCause,
      Map<String, Long> adoptedByCause,
      List<Integer> joinedPerDay,
      List<Integer> adoptedPerDay,
      List<Integer> campaignDays,
      List<SaleOutcome> sales) {
    static Outcome of(Community community) {
      int days = community.calendar().days();
      return new Outcome(
          community.joined().reached(),
          left(community, days),
          community.adopted().reached(),
          community.ties().strong().count() / 2,
          community.ties().weak().count() / 2,
          community.ties().follows().count(),
          byCause(community.joined()),
          byCause(community.adopted()),
          perDay(community.joined(), days),
          perDay(community.adopted(), days),
          campaignDays(community, days),
          community.sales().stream().map(SaleOutcome::of).toList());
    }

    private static long left(Community community, int days) {
      long left = 0;
      for (int person = 0; person < community.people().count(); person++) {
        left += community.leftOn(person) < days ? 1 : 0;
      }
      return left;
    }

    private static Map<String, Long> byCause(Spread spread) {
      Map<String, Long> counts = new TreeMap<>();
      for (int person : spread.order()) {
        counts.merge(Spread.CAUSES.get(spread.cause()[person]), 1L, Long::sum);
      }
      return counts;
    }

    private static List<Integer> perDay(Spread spread, int days) {
      List<Integer> counts = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        counts.add(spread.reachedOn(day));
      }
      return counts;
    }

    private static List<Integer> campaignDays(Community community, int days) {
      List<Integer> found = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        if (community.calendar().isCampaign(day)) {
          found.add(day);
        }
      }
      return found;
    }
  }

  /** One flash sale: reservations before cancellations, units, attempts, units allocated. */
  public record SaleOutcome(
      String launchId, int day, int reservations, int stock, int attempts, int allocated) {
    static SaleOutcome of(Sale sale) {
      int reservations = 0;
      for (int day : sale.reservedOn()) {
        reservations += day == Spread.NEVER ? 0 : 1;
      }
      return new SaleOutcome(
          sale.launchId(),
          sale.day(),
          reservations,
          sale.stock(),
          sale.attempts().length,
          sale.allocated());
    }
  }

  static Truth of(Parameters asked, Community community, Tally tally, List<LogFile> files) {
    return new Truth(
        Asked.of(asked),
        community.truth(),
        community.saleRules(),
        Outcome.of(community),
        files.stream().mapToLong(LogFile::rows).sum(),
        tally.sum("type."),
        tally.sum("duplicate."),
        tally.sum("bad."),
        tally.count("late"),
        tally.under("type."),
        tally.under("duplicate."),
        tally.under("bad."),
        tally.under("reason."),
        files);
  }

  /** Writes the truth as JSON. */
  public void write(Path path) {
    try {
      Files.writeString(path, mapper().writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static ObjectMapper mapper() {
    return new ObjectMapper()
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(SerializationFeature.INDENT_OUTPUT);
  }
}
