package groundswell.planning.scenario;

/**
 * What is sold.
 *
 * @param price price of a unit [currency]
 * @param unitCost cost of a unit of the launch build [currency]
 * @param costDeclinePerMonth share by which the component cost falls [1/month]
 * @param lifeMonths months until what is left is salvaged
 * @param salvage what an unsold unit brings [currency]
 */
public record Product(
    String sku,
    double price,
    double unitCost,
    Quantity costDeclinePerMonth,
    int lifeMonths,
    double salvage) {}
