package groundswell.planning.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;

/** How the sums of single dates become one metric. */
enum How {
  TOTAL {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      DaySum all = sum(days);
      return new Fraction(all.amount(), isRatio ? Optional.of(all.base()) : Optional.empty());
    }
  },
  LATEST {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      return TOTAL.of(days.tailMap(days.lastKey(), true), isRatio);
    }
  },
  PEAK {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      BigDecimal most =
          days.values().stream().map(DaySum::amount).max(Comparator.naturalOrder()).orElseThrow();
      return new Fraction(most, Optional.empty());
    }
  },
  DAILY {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      return Fraction.of(sum(days).amount(), length(days) + 1);
    }
  },
  MEAN {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      DaySum all = sum(days);
      return Fraction.of(all.amount(), all.rows());
    }
  },
  INTERVAL {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      return Fraction.of(BigDecimal.valueOf(length(days)), days.size() - 1L);
    }
  },
  BEFORE {
    @Override
    Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio) {
      return days.entrySet().stream()
          .filter(day -> day.getValue().base().signum() > 0)
          .findFirst()
          .map(first -> sum(days.headMap(first.getKey(), false)).amount())
          .map(amount -> new Fraction(amount, Optional.empty()))
          .orElseGet(() -> Fraction.of(BigDecimal.ZERO, 0));
    }
  };

  /** The metric of dates, of which there is at least one. */
  abstract Fraction of(NavigableMap<LocalDate, DaySum> days, boolean isRatio);

  static How of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static DaySum sum(NavigableMap<LocalDate, DaySum> days) {
    return days.values().stream().reduce(DaySum.NOTHING, DaySum::plus);
  }

  private static long length(NavigableMap<LocalDate, DaySum> days) {
    return ChronoUnit.DAYS.between(days.firstKey(), days.lastKey());
  }

  /** A metric as numerator and, where it has one, denominator. */
  record Fraction(BigDecimal numerator, Optional<BigDecimal> denominator) {
    static Fraction of(BigDecimal numerator, long denominator) {
      return new Fraction(numerator, Optional.of(BigDecimal.valueOf(denominator)));
    }

    boolean hasValue() {
      return denominator.map(BigDecimal::signum).orElse(1) != 0;
    }

    double value() {
      return numerator.doubleValue() / denominator.orElse(BigDecimal.ONE).doubleValue();
    }
  }
}
