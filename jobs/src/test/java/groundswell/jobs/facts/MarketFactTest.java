package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.money;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_market} promises, one sentence per test. */
class MarketFactTest extends SparkCase {
  @Test
  void each_kind_keeps_its_own_number_and_spending_has_no_brand() {
    assertThat(
            notes(
                note("competitor_mention_counted").with(MENTION_COUNT, 7L),
                note("market_price_observed").with(UNIT_PRICE, money("99")),
                note("paid_media_spent").with(AMOUNT, money("20"))))
        .containsExactly(
            row("mention", "Nova", 7L, null, null, null, false),
            row("price", "Nova", null, money("99"), null, "CNY", false),
            row("spend", null, null, null, money("20"), "CNY", true));
  }

  @Test
  void a_note_without_its_number_is_none() {
    assertThat(
            notes(
                note("competitor_mention_counted"),
                note("market_price_observed").with(AMOUNT, money("1")),
                note("paid_media_spent").with(MENTION_COUNT, 1L),
                note("staffing_recorded").with(HEADCOUNT, 1)))
        .isEmpty();
  }

  @Test
  void mentions_may_be_paid_for() {
    assertThat(
            MarketFact.from(
                    events(
                        note("competitor_mention_counted")
                            .with(MENTION_COUNT, 1L)
                            .with(IS_PAID_MEDIA, true)))
                .select(IS_PAID_MEDIA)
                .collectAsList())
        .containsExactly(row(true));
  }

  private static List<Row> notes(Act... acts) {
    return MarketFact.from(events(acts))
        .orderBy(EVENT_ID)
        .select(KIND, BRAND, MENTION_COUNT, UNIT_PRICE, AMOUNT, CURRENCY, IS_PAID_MEDIA)
        .collectAsList();
  }

  private static Act note(String eventType) {
    return act(eventType, null).with(BRAND, "Nova").with(CURRENCY, "CNY");
  }
}
