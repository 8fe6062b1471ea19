package groundswell.generate.world;

/**
 * One aspect of the community, with its own random stream: more of one never shifts another. The
 * codes are part of what a seed means; a new aspect takes the next free one.
 */
public enum Aspect {
  PERSON(1),
  STRONG_TIE(2),
  WEAK_TIE(3),
  FOLLOWING(4),
  JOINING(5),
  PROGRAMME(6),
  CHURN(7),
  RING(8),
  SALE(9),
  ADOPTION(10),
  ARRIVING(20),
  RESTLESS(21),
  BONDING(22),
  CONVERSATION(23),
  ACQUAINTANCE(24),
  FAN(25),
  THREAD(26),
  FEED(27),
  BROADCAST(28),
  EXPOSURE(29),
  BUILD(30),
  CONTRIBUTION(31),
  MEETUP(32),
  DESK(33),
  SURVEY(34),
  MARKET(35),
  SUBSCRIPTION(36),
  RESERVING(37),
  CHECKOUT(38),
  BUYING(39),
  ACCESSORY(40),
  REFERRAL(41),
  PRICE(42),
  DEFECT(60);

  private final int code;

  Aspect(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
