package groundswell.planning.scenario;

import java.nio.file.Path;

/** A small scenario for tests; cases change one line of it. */
public final class Scenarios {
  public static final String TEXT =
      """
      scenario: hamlet-launch
      currency: CNY
      seed: 1
      draws: 200
      as_of: 2026-07-01
      product: {sku: phone, price: 1999, unit_cost: 1940, salvage: 1500}
      channel:
        id: shop
        class: cn-own
        reservations:
          {lognormal: {median: 5000, sigma: 0.4}}
        show_up: {beta: [4, 3]}
        hazard_per_s: 0.004
        gate_orders_per_s: 40
      sale: {opens_at: "2026-10-13T12:00:00+08:00", stock: 800, held_back: 0.05, unpaid: {beta: [2, 18]}}
      rounds: {count: 3, retry_next_round: 0.7, goodwill_per_loss: 25}
      supply: {ramp_per_week: [1000, 2000, 3000], moq: 100, holding_per_week: 2, signal_weeks_before: 5}
      """;

  private Scenarios() {}

  public static ScenarioFile of(String text) {
    return ScenarioFile.parse(Path.of("launch.yaml"), text);
  }

  public static ScenarioFile small() {
    return of(TEXT);
  }

  /** With the hand-made community in a folder. */
  public static ScenarioFile withCommunity(Path bundle) {
    return of(TEXT + "word_of_mouth: {community: '" + bundle + "', replications: 12}\n");
  }
}
