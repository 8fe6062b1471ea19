package groundswell.jobs.facts;

import java.util.Locale;

/** How close a member stands to the community, from stranger to sharing in its earnings. */
enum TieState {
  NONE,
  WEAK,
  STRONG,
  FAN,
  PARTNER,
  SHAREHOLDER;

  /** As written in tables. */
  String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
