package groundswell.jobs.ingest;

import groundswell.schemas.ActivityTypes;
import groundswell.schemas.YamlMap;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads the community block of a source's file. */
final class CommunityReader {
  private static final String ACTIVITY = "activity_event_types";
  private static final String ADOPTION = "adoption_event_types";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  private CommunityReader() {}

  static Community read(YamlMap yaml) {
    yaml.allowOnly(
        "id",
        "name",
        "zone",
        "currency",
        "storage_period",
        ACTIVITY,
        ADOPTION,
        "adoption_sku_category",
        "edge_half_life_days",
        "smallest_group",
        "wallet");
    return new Community(
        yaml.value("id", "a short name of a-z, 0-9, _ and -", CommunityReader::id),
        yaml.text("name"),
        yaml.value("zone", "a zone such as Asia/Shanghai", ZoneId::of),
        yaml.value("currency", "a code of ISO 4217 such as CNY", CommunityReader::currency),
        yaml.value("storage_period", "day, month or year", CommunityReader::storage),
        yaml.has(ACTIVITY) ? eventTypes(yaml, ACTIVITY) : ActivityTypes.DEFAULT,
        eventTypes(yaml, ADOPTION),
        yaml.optionalValue(
                "adoption_sku_category",
                "one of " + Vocabulary.released().field("category").symbols(),
                CommunityReader::category)
            .orElse(null),
        yaml.optionalValue("edge_half_life_days", "days in [1, 3650]", CommunityReader::halfLife)
            .orElse(28),
        yaml.optionalValue("smallest_group", "members in [2, 1000]", CommunityReader::smallest)
            .orElse(10),
        yaml.optionalMap("wallet").map(Wallet::read).orElse(null));
  }

  private static List<String> eventTypes(YamlMap yaml, String key) {
    List<String> types = yaml.texts(key);
    if (types.isEmpty()) {
      throw yaml.problem(key, "'%s' must name one event type or more".formatted(key));
    }
    for (String type : types) {
      if (Vocabulary.released().kind(UTF8String.fromString(type)) == null) {
        throw yaml.problem(key, Unknown.word("event type", type, Vocabulary.released().kinds()));
      }
    }
    return types;
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static String currency(String text) {
    return Currency.getInstance(text).getCurrencyCode();
  }

  private static StoragePeriod storage(String text) {
    return StoragePeriod.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static String category(String text) {
    if (Vocabulary.released().field("category").symbol(UTF8String.fromString(text)) == null) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static int halfLife(String text) {
    return between(1, Integer.parseInt(text), 3_650);
  }

  private static int smallest(String text) {
    return between(2, Integer.parseInt(text), 1_000);
  }

  private static int between(int low, int value, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
