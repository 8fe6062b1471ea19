package groundswell.planning.scenario;

/**
 * An accessory sold with the product.
 *
 * @param rate accessories per paid unit
 * @param margin margin of one accessory [currency]
 */
public record Accessory(double rate, double margin) {}
