package groundswell.planning.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Reads a number or a distribution; its form was checked by the schema before. */
final class QuantityReader extends JsonDeserializer<Quantity> {
  @Override
  public Quantity deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return of(parser.readValueAsTree());
  }

  static Quantity of(JsonNode node) {
    if (node.isNumber()) {
      return new Quantity.Fixed(node.asDouble());
    }
    if (node.has("uniform")) {
      return new Quantity.Uniform(pair(node, "uniform", 0), pair(node, "uniform", 1));
    }
    if (node.has("beta")) {
      double least = node.path("min").asDouble(0);
      return new Quantity.Beta(pair(node, "beta", 0), pair(node, "beta", 1), least);
    }
    JsonNode lognormal = node.path("lognormal");
    return new Quantity.LogNormal(
        lognormal.path("median").asDouble(), lognormal.path("sigma").asDouble());
  }

  private static double pair(JsonNode node, String kind, int index) {
    return node.path(kind).path(index).asDouble();
  }
}
