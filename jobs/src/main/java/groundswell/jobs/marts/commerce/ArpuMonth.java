package groundswell.jobs.marts.commerce;

import groundswell.jobs.fold.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.roaringbitmap.RoaringBitmap;

/**
 * One month of one community, cut by service, ring and currency, and by all of each but the last.
 */
final class ArpuMonth {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          community_id STRING, month_start_date DATE, service STRING, ring STRING, \
          currency STRING, users BIGINT, payers BIGINT, charged_amount DECIMAL(18,4), \
          refunded_amount DECIMAL(18,4), ad_revenue DECIMAL(18,4), \
          service_revenue DECIMAL(18,4), goods_revenue DECIMAL(18,4), revenue DECIMAL(18,4)""");

  private static final UTF8String ALL = UTF8String.fromString("all");

  private final ArpuEntry first;
  private final Map<Cut, ArpuCell> cells = new HashMap<>();
  private final TreeSet<UTF8String> services = new TreeSet<>();
  private final TreeSet<UTF8String> rings = new TreeSet<>();
  private final TreeSet<UTF8String> currencies = new TreeSet<>();

  /** Service and currency are null where they do not matter: those active, and goods. */
  private record Cut(UTF8String service, UTF8String ring, UTF8String currency) {}

  ArpuMonth(ArpuEntry first) {
    this.first = first;
  }

  void take(ArpuEntry entry) {
    take(entry, entry.ring());
    take(entry, ALL);
    rings.add(entry.ring());
    if (entry.service() != null) {
      services.add(entry.service());
      currencies.add(entry.currency());
    }
  }

  private void take(ArpuEntry entry, UTF8String ring) {
    cell(entry.service(), ring, entry.currency()).take(entry);
    if (entry.service() != null) {
      cell(ALL, ring, entry.currency()).take(entry);
    }
  }

  private ArpuCell cell(UTF8String service, UTF8String ring, UTF8String currency) {
    return cells.computeIfAbsent(new Cut(service, ring, currency), cut -> new ArpuCell());
  }

  /** None when no service moved money. */
  List<InternalRow> rows() {
    List<InternalRow> rows = new ArrayList<>();
    services.add(ALL);
    rings.add(ALL);
    for (UTF8String currency : currencies) {
      for (UTF8String ring : rings) {
        long users = users(ring);
        for (UTF8String service : services) {
          rows.add(row(service, ring, currency, users));
        }
      }
    }
    return rows;
  }

  /** Who was active in the ring or paid in it, in whatever currency. */
  private long users(UTF8String ring) {
    RoaringBitmap users = cell(null, ring, null).active.clone();
    for (UTF8String currency : currencies) {
      users.or(cell(ALL, ring, currency).payers);
    }
    return users.getLongCardinality();
  }

  private InternalRow row(UTF8String service, UTF8String ring, UTF8String currency, long users) {
    ArpuCell cell = cell(service, ring, currency);
    long goods = cell(null, ring, currency).goods;
    long allServices = cell(ALL, ring, currency).services();
    return new GenericInternalRow(
        new Object[] {
          first.communityId(),
          first.month(),
          service,
          ring,
          currency,
          users,
          cell.payers.getLongCardinality(),
          Money.write(cell.charged),
          Money.write(cell.refunded),
          Money.write(cell.advertising),
          Money.write(cell.services()),
          Money.write(goods),
          Money.write(Math.addExact(goods, allServices))
        });
  }
}
