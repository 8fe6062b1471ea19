package groundswell.jobs.tables;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** The rows of one partition: a community and, in tables that have one, a storage period. */
public record Portion(String communityId, Optional<LocalDate> period)
    implements Comparable<Portion> {
  private static final Comparator<Portion> ORDER =
      Comparator.comparing(Portion::communityId)
          .thenComparing(portion -> portion.period.orElse(LocalDate.MIN));

  @Override
  public int compareTo(Portion other) {
    return ORDER.compare(this, other);
  }
}
