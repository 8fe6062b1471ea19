package groundswell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The vocabulary as its readers need it. */
class EventTypesTest {
  @Test
  void there_are_69_event_types() {
    assertThat(EventTypes.all()).hasSize(69);
  }

  @Test
  void an_order_line_may_be_a_guests_and_has_a_price() {
    EventType order = EventTypes.find("order_placed").orElseThrow();

    assertThat(order.actor()).isEqualTo(Presence.OPTIONAL);
    assertThat(order.objectType()).isEqualTo("order");
    assertThat(order.field("unit_price").orElseThrow().isRequired()).isTrue();
    assertThat(order.field("coupon").orElseThrow().isRequired()).isFalse();
  }

  @Test
  void a_field_that_names_a_person_becomes_a_key() {
    PayloadField inviter =
        EventTypes.find("member_joined").orElseThrow().field("inviter_id").orElseThrow();

    assertThat(inviter.isPersonal()).isTrue();
    assertThat(inviter.column()).isEqualTo("inviter_key");
  }

  @Test
  void core_event_has_the_columns_of_the_envelope_and_every_payload_field() {
    assertThat(Contracts.of(Table.CORE_EVENT).columns()).isEqualTo(EventTypes.columns());
  }

  @Test
  void the_contract_of_core_event_lists_exactly_the_event_types() {
    assertThat(Contracts.of(Table.CORE_EVENT).column("event_type").values())
        .containsExactlyElementsOf(
            EventTypes.all().stream().map(EventType::name).sorted().toList());
  }

  @Test
  void what_makes_active_by_default_is_sorted_and_has_an_actor() {
    assertThat(ActivityTypes.DEFAULT)
        .isSorted()
        .doesNotHaveDuplicates()
        .allSatisfy(
            name ->
                assertThat(EventTypes.find(name).orElseThrow().actor())
                    .as(name)
                    .isNotEqualTo(Presence.NONE));
  }

  @Test
  void a_payload_field_has_one_type_wherever_it_stands() {
    Map<String, Schema> types = new HashMap<>();
    for (EventType type : EventTypes.all()) {
      for (PayloadField field : type.fields()) {
        Schema first = types.putIfAbsent(field.name(), field.avroType());
        assertThat(first == null ? field.avroType() : first)
            .as("%s.%s", type.name(), field.name())
            .isEqualTo(field.avroType());
      }
    }
  }

  @Test
  void every_enum_begins_with_unknown_which_is_its_default() {
    for (Schema type : AvroFolder.current().types().values()) {
      if (type.getType() == Schema.Type.ENUM) {
        assertThat(type.getEnumSymbols().get(0)).as(type.getName()).isEqualTo("unknown");
        assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("unknown");
      }
    }
  }
}
