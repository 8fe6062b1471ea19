package groundswell.jobs.marts.wordofmouth;

import groundswell.jobs.fold.FoldedRows;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What happened to referral codes in, community by community and in the order of time, of one
 * instant the shares first; one row per week, channel and ring of the share out.
 */
final class ReferralTrees extends FoldedRows {
  static final UTF8String ALL = UTF8String.fromString("all");

  private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

  private Map<Cell, ReferralTally> tallies;
  private Map<UTF8String, CodeEvent> lastShares;
  private Map<Integer, Integer> generations;

  ReferralTrees(Iterator<InternalRow> events) {
    super(events);
  }

  /** Where a share is counted. */
  record Cell(int week, UTF8String channel, UTF8String ring) {
    Cell in(int otherWeek) {
      return new Cell(otherWeek, channel, ring);
    }
  }

  @Override
  protected List<InternalRow> fold() {
    CodeEvent first = new CodeEvent(upcoming());
    tallies = new LinkedHashMap<>();
    lastShares = new HashMap<>();
    generations = new HashMap<>();
    giveWhile(
        row -> row.getUTF8String(0).equals(first.communityId()), row -> take(new CodeEvent(row)));
    return tallies.entrySet().stream()
        .map(cell -> cell.getValue().row(first, cell.getKey()))
        .toList();
  }

  private void take(CodeEvent event) {
    CodeEvent share = lastShares.get(event.code());
    switch (event.kind()) {
      case "shared" -> share(event);
      case "converted" -> convert(event, share);
      case "commission_paid" -> count(cell(event, share), tally -> tally.pay(event));
      default -> {
        if (share == null || !share.isByStaff()) {
          count(cell(event, share), ReferralTally::click);
        }
      }
    }
  }

  private void share(CodeEvent share) {
    lastShares.put(share.code(), share);
    if (!share.isByStaff()) {
      count(cellOf(share), tally -> tally.invite(share.member()));
    }
  }

  private void convert(CodeEvent event, CodeEvent share) {
    Integer sharer = share == null ? null : share.member();
    Integer referrer = event.referrer() == null ? sharer : event.referrer();
    Cell cell = cell(event, share);
    if (referrer != null && Objects.equals(referrer, event.member())) {
      count(cell, ReferralTally::refuseSelf);
      return;
    }
    int generation = 1 + (referrer == null ? 0 : generations.getOrDefault(referrer, 0));
    if (event.member() != null) {
      generations.putIfAbsent(event.member(), generation);
    }
    if (share == null) {
      count(cell, ReferralTally::orphan);
    } else if (share.isByStaff()) {
      count(cell, ReferralTally::byStaff);
    } else {
      count(cell, tally -> tally.convert(event, share, generation));
      count(cell.in(event.week()), ReferralTally::convertInWindow);
    }
  }

  /** Of the share; of the event itself when no share is known. */
  private static Cell cell(CodeEvent event, CodeEvent share) {
    if (share != null) {
      return cellOf(share);
    }
    boolean isOwn = event.kind().equals("commission_paid");
    return new Cell(event.week(), event.channel(), isOwn ? event.ring() : UNKNOWN);
  }

  private static Cell cellOf(CodeEvent share) {
    return new Cell(share.week(), share.channel(), share.ring());
  }

  /** Counts in the cell and in those of any channel and any ring. */
  private void count(Cell cell, Consumer<ReferralTally> counted) {
    for (UTF8String channel : List.of(cell.channel, ALL)) {
      for (UTF8String ring : List.of(cell.ring, ALL)) {
        Cell wider = new Cell(cell.week, channel, ring);
        counted.accept(tallies.computeIfAbsent(wider, place -> new ReferralTally()));
      }
    }
  }
}
