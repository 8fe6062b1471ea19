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

/** What {@code core.fact_referral} promises, one sentence per test. */
class ReferralFactTest extends SparkCase {
  @Test
  void who_shares_or_is_paid_is_the_referrer_and_else_the_event_names_it() {
    assertThat(
            referrals(
                code("referral_shared", 1),
                code("referral_clicked", 2).with(REFERRER_NUMBER, 1),
                code("referral_converted", 2).with(REFERRER_NUMBER, 1),
                paid("5").with(CURRENCY, "CNY")))
        .containsExactly(
            row("shared", 1, 1, null, null),
            row("clicked", 2, 1, null, null),
            row("converted", 2, 1, null, null),
            row("commission_paid", 1, 1, money("5"), "CNY"));
  }

  @Test
  void without_a_code_or_without_money_for_a_commission_there_is_nothing_to_tell() {
    assertThat(
            referrals(
                act("referral_shared", 1),
                code("commission_paid", 1).with(CURRENCY, "CNY"),
                code("member_joined", 1)))
        .isEmpty();
  }

  @Test
  void an_adopter_whom_the_source_forgot_is_kept() {
    assertThat(referrals(code("referral_converted", null)))
        .containsExactly(row("converted", null, null, null, null));
  }

  private static List<Row> referrals(Act... acts) {
    return ReferralFact.from(events(acts))
        .orderBy(EVENT_ID)
        .select(KIND, MEMBER_NUMBER, REFERRER_NUMBER, AMOUNT, CURRENCY)
        .collectAsList();
  }

  private static Act code(String eventType, Integer member) {
    return act(eventType, member).with(REFERRAL_CODE, "f1");
  }

  private static Act paid(String amount) {
    return code("commission_paid", 1).with(AMOUNT, money(amount));
  }
}
