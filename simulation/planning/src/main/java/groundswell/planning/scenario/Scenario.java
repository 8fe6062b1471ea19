package groundswell.planning.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Immutable inputs of a launch plan, checked against {@code scenario.schema.json}. */
public record Scenario(
    @JsonProperty("scenario") String name,
    String title,
    String currency,
    long seed,
    int draws,
    LocalDate asOf,
    Product product,
    Channel channel,
    Sale sale,
    Rounds rounds,
    Map<String, Accessory> attach,
    Services services,
    Supply supply,
    WordOfMouth wordOfMouth,
    Objective objective) {
  /** Days from as_of to the opening of a round. */
  public int dayOfRound(int round) {
    return (int) ChronoUnit.DAYS.between(asOf, sale.openingDay()) + round * rounds.everyDays();
  }

  /** Simulated days of the community: until the last round. */
  public int horizonDays() {
    return dayOfRound(rounds.count() - 1) + 1;
  }

  /** Week of a round, counted from the opening. */
  public int weekOfRound(int round) {
    return round * rounds.everyDays() / 7;
  }

  /** Margin of all accessories attached to a paid unit [currency]. */
  public double accessoryMargin() {
    return attach.values().stream().mapToDouble(a -> a.rate() * a.margin()).sum();
  }

  /** Accessories attached to a paid unit. */
  public double accessoriesPerUnit() {
    return attach.values().stream().mapToDouble(Accessory::rate).sum();
  }

  Scenario with(WordOfMouth other) {
    return new Scenario(
        name, title, currency, seed, draws, asOf, product, channel, sale, rounds, attach, services,
        supply, other, objective);
  }
}
