package groundswell.jobs.marts.commerce;

/**
 * Stock, orders and payments of a launch: how much, how fast, and when it was enough. Takes all
 * stock first, because sold out is told against everything that was ever offered, and then the sale
 * in the order of its seconds.
 */
final class LaunchSale {
  private static final long HUNDRED_MILLION = 100_000_000L * 10_000;

  private long offered;
  private long ordered;
  private long orderedMoney;
  private long paid;
  private long paidMoney;

  private Long lastOrder;
  private long unitsInSecond;
  private long peak;

  private Long allocatedOut;
  private Long soldOut;
  private Long hundredMillion;

  void stock(LaunchEvent event) {
    offered = Math.addExact(offered, event.units());
  }

  void order(LaunchEvent event) {
    ordered = Math.addExact(ordered, event.units());
    orderedMoney = Math.addExact(orderedMoney, event.money());
    Long second = event.seconds();
    unitsInSecond = event.units() + (second.equals(lastOrder) ? unitsInSecond : 0);
    peak = Math.max(peak, unitsInSecond);
    lastOrder = second;
    tellTime(event);
  }

  void pay(LaunchEvent event) {
    paid = Math.addExact(paid, event.units());
    paidMoney = Math.addExact(paidMoney, event.money());
    tellTime(event);
  }

  /** Stock released [units]. */
  long offered() {
    return offered;
  }

  long ordered() {
    return ordered;
  }

  /** Price of what was ordered [ten-thousandths of the currency unit]. */
  long orderedMoney() {
    return orderedMoney;
  }

  long paid() {
    return paid;
  }

  /** Money paid [ten-thousandths of the currency unit]. */
  long paidMoney() {
    return paidMoney;
  }

  /** Most units ordered in one second. */
  long peak() {
    return peak;
  }

  /** From the opening [s]; null without orders. */
  Long lastOrder() {
    return lastOrder;
  }

  /** From the opening until all that was offered was ordered [s]; null when it never was. */
  Long allocatedOut() {
    return allocatedOut;
  }

  /** From the opening until all that was offered was paid [s]; null when it never was. */
  Long soldOut() {
    return soldOut;
  }

  /** From the opening until 100,000,000 was paid [s]; null when it never was. */
  Long hundredMillion() {
    return hundredMillion;
  }

  private void tellTime(LaunchEvent event) {
    if (allocatedOut == null && offered > 0 && ordered >= offered) {
      allocatedOut = event.seconds();
    }
    if (soldOut == null && offered > 0 && paid >= offered) {
      soldOut = event.seconds();
    }
    if (hundredMillion == null && paidMoney >= HUNDRED_MILLION) {
      hundredMillion = event.seconds();
    }
  }
}
