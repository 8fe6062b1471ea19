package groundswell.planning.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;

/** Where the reservations of the first round come from. */
@JsonDeserialize(using = Reservations.Reader.class)
public sealed interface Reservations {
  /** A counted or assumed number [reservations]. */
  record Counted(Quantity count) implements Reservations {}

  /** A multiple of the members whom word of mouth has won by the opening [reservations/member]. */
  record FromCommunity(Quantity perInterestedMember) implements Reservations {}

  /** Chooses by the form that the schema allows. */
  final class Reader extends JsonDeserializer<Reservations> {
    @Override
    public Reservations deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode node = parser.readValueAsTree();
      JsonNode multiple = node.path("per_interested_member");
      return multiple.isMissingNode()
          ? new Counted(QuantityReader.of(node))
          : new FromCommunity(QuantityReader.of(multiple));
    }
  }
}
