package groundswell.generate.activity;

/** What the shop sells: phones near their cost, accessories with a margin. Prices in CNY. */
enum Goods {
  PHONE("aurora-1", "phone", 1_499, 1_462),
  PHONE_TWO("aurora-2", "phone", 1_999, 1_930),
  POWER_BANK("ab-10000", "power_bank", 69, 58),
  EARPHONE("ae-piston", "earphone", 99, 81),
  DOLL("doll-mitu", "doll", 49, 30),
  SHIRT("shirt-fan", "clothing", 59, 41),
  CASE("case-a1", "case", 39, 12);

  private static final long SCALE = 10_000;

  private final String sku;
  private final String category;
  private final long price;
  private final long cost;

  Goods(String sku, String category, long priceYuan, long costYuan) {
    this.sku = sku;
    this.category = category;
    price = priceYuan * SCALE;
    cost = costYuan * SCALE;
  }

  String sku() {
    return sku;
  }

  String category() {
    return category;
  }

  /** List price on the first day [1/10,000 CNY]. */
  long price() {
    return price;
  }

  /** Cost of one unit on the first day [1/10,000 CNY]. */
  long cost() {
    return cost;
  }
}
