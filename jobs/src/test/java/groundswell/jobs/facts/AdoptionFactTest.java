package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.communities;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.instant;
import static groundswell.jobs.facts.Act.money;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_adoption} promises, one sentence per test. */
class AdoptionFactTest extends SparkCase {
  @Test
  void only_the_first_adoption_counts_and_only_by_the_types_the_community_names() {
    assertThat(
            adoptions(
                "build_installed",
                null,
                act("thread_created", 1).at(0),
                act("build_installed", 1).at(30),
                act("build_installed", 1).at(60)))
        .containsExactly(row(1, instant(30), null));
  }

  @Test
  void where_phones_adopt_paying_for_a_case_does_not() {
    assertThat(
            adoptions(
                "order_paid",
                "phone",
                order("case-1", 1, "case").at(0),
                paid("case-1").at(1),
                order("phone-1", 1, "phone").at(2),
                paid("phone-1").at(3)))
        .containsExactly(row(1, instant(3), null));
  }

  @Test
  void an_order_that_is_never_paid_adopts_nothing_where_paying_does() {
    assertThat(adoptions("order_paid", null, order("o", 1, "phone"))).isEmpty();
  }

  @Test
  void the_first_converted_referral_is_credited_even_when_booked_later() {
    assertThat(
            adoptions(
                "build_installed",
                null,
                act("build_installed", 1).at(0),
                act("referral_converted", 1).with(REFERRER_NUMBER, 8).at(60),
                act("referral_converted", 1).with(REFERRER_NUMBER, 9).at(90)))
        .containsExactly(row(1, instant(0), 8));
  }

  @Test
  void a_referral_alone_is_no_adoption() {
    assertThat(
            adoptions(
                "build_installed", null, act("referral_converted", 1).with(REFERRER_NUMBER, 8)))
        .isEmpty();
  }

  private static Act order(String order, Integer member, String category) {
    return act("order_placed", member)
        .with(ORDER_ID, order)
        .with(LINE_NO, 1)
        .with(SKU, "s")
        .with(CATEGORY, category)
        .with(QUANTITY, 1)
        .with(UNIT_PRICE, money("10"))
        .with(CURRENCY, "CNY");
  }

  private static Act paid(String order) {
    return act("order_paid", null)
        .with(ORDER_ID, order)
        .with(AMOUNT, money("10"))
        .with(CURRENCY, "CNY");
  }

  private static List<Row> adoptions(String types, String category, Act... acts) {
    var events = events(acts);
    return AdoptionFact.from(events, OrderLineFact.from(events), communities(types, category))
        .select(MEMBER_NUMBER, ADOPTED_TS, REFERRER_NUMBER)
        .collectAsList();
  }
}
