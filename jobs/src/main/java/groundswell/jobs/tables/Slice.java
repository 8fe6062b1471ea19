package groundswell.jobs.tables;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import groundswell.schemas.Columns;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/** The rows of a table that a write replaces: all, those of communities, or those of periods. */
public sealed interface Slice {
  /** Every row. */
  static Slice all() {
    return new All();
  }

  /** The rows of some communities. */
  static Slice communities(Set<String> communityIds) {
    return new Communities(new TreeSet<>(communityIds));
  }

  /** The rows of some storage periods of one community. */
  static Slice periods(String communityId, Set<LocalDate> periods) {
    return new Periods(communityId, new TreeSet<>(periods));
  }

  /** The filter that selects these rows. */
  Column filter();

  /** True when every row of the community lies in the slice. */
  boolean covers(String communityId);

  /** True when the row group lies in the slice. */
  boolean contains(Portion portion);

  /** True when no row lies in both. */
  boolean isDisjoint(Slice other);

  /** Says the slice in one line; equal slices say the same. */
  String text();

  /** The slice that {@link #text()} said. */
  static Slice of(String text) {
    return SliceText.read(text);
  }

  /** Every row. */
  record All() implements Slice {
    @Override
    public Column filter() {
      return lit(true);
    }

    @Override
    public boolean covers(String communityId) {
      return true;
    }

    @Override
    public boolean contains(Portion portion) {
      return true;
    }

    @Override
    public boolean isDisjoint(Slice other) {
      return false;
    }

    @Override
    public String text() {
      return "all";
    }
  }

  /** The rows of some communities. */
  record Communities(NavigableSet<String> communityIds) implements Slice {
    @Override
    public Column filter() {
      return col(Columns.COMMUNITY_ID).isin(communityIds.toArray());
    }

    @Override
    public boolean covers(String communityId) {
      return communityIds.contains(communityId);
    }

    @Override
    public boolean contains(Portion portion) {
      return communityIds.contains(portion.communityId());
    }

    @Override
    public boolean isDisjoint(Slice other) {
      return communityIds.stream().noneMatch(id -> SliceText.touches(other, id));
    }

    @Override
    public String text() {
      return "communities"
          + communityIds.stream().map(id -> " " + SliceText.quote(id)).collect(joining());
    }
  }

  /** The rows of some storage periods of one community. */
  record Periods(String communityId, NavigableSet<LocalDate> periods) implements Slice {
    @Override
    public Column filter() {
      return col(Columns.COMMUNITY_ID)
          .equalTo(communityId)
          .and(col(Columns.PERIOD).isin(periods.stream().map(java.sql.Date::valueOf).toArray()));
    }

    @Override
    public boolean covers(String other) {
      return false;
    }

    @Override
    public boolean contains(Portion portion) {
      return portion.communityId().equals(communityId)
          && portion.period().map(periods::contains).orElse(false);
    }

    @Override
    public boolean isDisjoint(Slice other) {
      if (other instanceof Periods theirs && theirs.communityId.equals(communityId)) {
        return theirs.periods.stream().noneMatch(periods::contains);
      }
      return !SliceText.touches(other, communityId);
    }

    @Override
    public String text() {
      return "periods "
          + SliceText.quote(communityId)
          + periods.stream().map(period -> " " + period).collect(joining());
    }
  }
}
