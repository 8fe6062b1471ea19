package groundswell.jobs.ingest;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What a source says of its community; one row of {@code core.dim_community}.
 *
 * @param zone its days are local days of this zone
 * @param currency ISO 4217
 * @param storage how much time one partition holds
 * @param activityEventTypes event types that make a member active, sorted
 * @param adoptionEventTypes event types that make a member an adopter, sorted
 * @param adoptionSkuCategory only orders of this category adopt; null for any
 * @param edgeHalfLifeDays after how many days an interaction weighs half [days]
 * @param smallestGroup fewest members that tables open to all may tell of [members]
 * @param wallet what a member is assumed to be able to spend; null without an assumption
 */
record Community(
    String id,
    String name,
    ZoneId zone,
    String currency,
    StoragePeriod storage,
    List<String> activityEventTypes,
    List<String> adoptionEventTypes,
    String adoptionSkuCategory,
    int edgeHalfLifeDays,
    int smallestGroup,
    @Nullable Wallet wallet)
    implements Serializable {

  Community {
    activityEventTypes = activityEventTypes.stream().sorted().distinct().toList();
    adoptionEventTypes = adoptionEventTypes.stream().sorted().distinct().toList();
  }
}
