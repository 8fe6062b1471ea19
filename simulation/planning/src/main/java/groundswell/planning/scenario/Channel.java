package groundswell.planning.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where it is sold and how buyers arrive.
 *
 * @param channelClass class that chooses the published sales to compare with
 * @param showUp share of holders who come [0..1]
 * @param hazardPerS hazard of an order per present holder [1/s]
 * @param gateOrdersPerS orders let through [1/s]
 */
public record Channel(
    String id,
    @JsonProperty("class") String channelClass,
    boolean firstInChannel,
    Reservations reservations,
    Quantity showUp,
    Quantity hazardPerS,
    Quantity gateOrdersPerS,
    String policy) {}
