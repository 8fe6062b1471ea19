package groundswell.jobs.facts;

import static groundswell.jobs.facts.Act.act;
import static groundswell.jobs.facts.Act.events;
import static groundswell.jobs.facts.Act.money;
import static groundswell.jobs.facts.NumberedEvents.ACTOR_RING;
import static groundswell.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import org.junit.jupiter.api.Test;

/** What {@code core.fact_service_charge} and {@code core.fact_staffing} promise. */
class ServiceChargeFactTest extends SparkCase {
  @Test
  void each_kind_of_money_has_its_name_and_other_events_are_none() {
    var kinds =
        ServiceChargeFact.from(
                events(
                    act("service_subscribed", 1),
                    charge("service_charged", 1),
                    charge("service_refunded", 1),
                    charge("ad_revenue_allocated", null),
                    act("order_paid", 1)))
            .orderBy(EVENT_ID)
            .select(KIND);

    assertThat(kinds.collectAsList())
        .containsExactly(row("subscribed"), row("charged"), row("refunded"), row("ad_revenue"));
  }

  @Test
  void money_stands_in_the_ring_of_the_member_then_and_revenue_of_nobody_in_none() {
    var rings =
        ServiceChargeFact.from(
                events(
                    charge("service_charged", 1).with(ACTOR_RING, "dev"),
                    charge("ad_revenue_allocated", null)))
            .orderBy(EVENT_ID)
            .select(MEMBER_NUMBER, RING, AMOUNT, CURRENCY, SERVICE);

    assertThat(rings.collectAsList())
        .containsExactly(
            row(1, "dev", money("6"), "CNY", "cloud"),
            row(null, "unknown", money("6"), "CNY", "cloud"));
  }

  @Test
  void what_has_no_amount_has_no_currency() {
    var subscribed =
        ServiceChargeFact.from(events(act("service_subscribed", 1).with(CURRENCY, "CNY")))
            .select(AMOUNT, CURRENCY, SERVICE);

    assertThat(subscribed.collectAsList()).containsExactly(row(null, null, "unknown"));
  }

  @Test
  void staff_is_recorded_by_department_and_no_number_is_no_record() {
    var staff =
        StaffingFact.from(
                events(
                    act("staffing_recorded", null).with(DEPARTMENT, "service").with(HEADCOUNT, 7),
                    act("staffing_recorded", null).with(HEADCOUNT, 0),
                    act("staffing_recorded", null).with(DEPARTMENT, "design")))
            .select(DEPARTMENT, HEADCOUNT);

    assertThat(staff.collectAsList())
        .containsExactlyInAnyOrder(row("service", 7), row("unknown", 0));
  }

  private static Act charge(String eventType, Integer member) {
    return act(eventType, member)
        .with(SERVICE, "cloud")
        .with(AMOUNT, money("6"))
        .with(CURRENCY, "CNY");
  }
}
