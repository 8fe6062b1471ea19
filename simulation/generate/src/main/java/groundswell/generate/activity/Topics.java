package groundswell.generate.activity;

import groundswell.generate.world.Dice;

/** What people speak of. */
final class Topics {
  static final String PHONE = "aurora-1";

  private static final String[] TOPICS = {
    "camera", "battery", "launcher", "ringtones", "themes", "network", "how_to", "off_topic"
  };
  private static final String[] COMPONENTS = {
    "system", "camera", "ringtone", "page", "launcher", "messaging", "battery", "network"
  };
  private static final String[] MODELS = {"aurora-1", "nova-x2", "lumen-5", "tavi-mini"};

  private Topics() {}

  static String topic(Dice dice) {
    return TOPICS[dice.weighted(8, 7, 5, 3, 6, 4, 9, 5)];
  }

  static String component(int number) {
    return COMPONENTS[number % COMPONENTS.length];
  }

  static String model(Dice dice) {
    return MODELS[dice.weighted(5, 2, 2, 1)];
  }
}
