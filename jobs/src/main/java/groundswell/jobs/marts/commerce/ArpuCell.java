package groundswell.jobs.marts.commerce;

import org.roaringbitmap.RoaringBitmap;

/** Money and members of one cut of a month. Money is in ten-thousandths; a sum too large throws. */
final class ArpuCell {
  final RoaringBitmap active = new RoaringBitmap();
  final RoaringBitmap payers = new RoaringBitmap();
  long charged;
  long refunded;
  long advertising;
  long goods;

  void take(ArpuEntry entry) {
    if (entry.service() != null) {
      payers.or(entry.members());
    } else if (entry.currency() == null) {
      active.or(entry.members());
    }
    charged = Math.addExact(charged, entry.charged());
    refunded = Math.addExact(refunded, entry.refunded());
    advertising = Math.addExact(advertising, entry.advertising());
    goods = Math.addExact(goods, entry.goods());
  }

  long services() {
    return Math.addExact(Math.subtractExact(charged, refunded), advertising);
  }
}
