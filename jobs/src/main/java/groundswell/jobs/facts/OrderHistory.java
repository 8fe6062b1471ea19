package groundswell.jobs.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Tells the history of one order: lines placed, then cancellations, payments and returns in the
 * order of their instants. Arrival order does not matter.
 */
final class OrderHistory {
  /** Lines never seen placed are numbered from here. */
  static final int FIRST_STRAY = 1_000_001;

  private static final Comparator<OrderEvent> BY_INSTANT =
      Comparator.comparingLong(OrderEvent::micros).thenComparing(OrderEvent::eventId);

  private final List<OrderEvent> events;
  private final NavigableMap<Integer, OrderLine> lines = new TreeMap<>();
  private final List<OrderLine> strays = new ArrayList<>();

  OrderHistory(Stream<OrderEvent> events) {
    this.events = events.sorted(BY_INSTANT).toList();
    ofType("order_placed").forEach(this::place);
    ofType("order_cancelled").forEach(this::cancel);
    ofType("order_paid").forEach(this::pay);
    ofType("order_returned").forEach(this::giveBack);
  }

  List<InternalRow> lines() {
    return Stream.concat(lines.values().stream(), strays.stream()).map(OrderLine::toRow).toList();
  }

  private Stream<OrderEvent> ofType(String eventType) {
    UTF8String type = UTF8String.fromString(eventType);
    return events.stream().filter(event -> type.equals(event.type()));
  }

  /** Two events that place one line are one line: the first. */
  private void place(OrderEvent event) {
    if (event.quantity() > 0) {
      Integer number = event.lineNo();
      int line = number == null ? 1 : number;
      lines.computeIfAbsent(line, no -> OrderLine.placed(no, event));
    }
  }

  /** A cancellation without line number cancels every line; of an unknown line, nothing. */
  private void cancel(OrderEvent event) {
    Integer number = event.lineNo();
    for (var line : lines.entrySet()) {
      if (number == null || number.equals(line.getKey())) {
        line.getValue().cancel(event);
      }
    }
  }

  private void pay(OrderEvent event) {
    Integer number = event.lineNo();
    BigDecimal amount = event.amount();
    if (number == null) {
      payAll(event, amount);
    } else if (isOf(lines.get(number), event)) {
      lines.get(number).pay(event, amount);
    } else {
      stray(event).pay(event, amount);
    }
  }

  /** Pays the lines that are not cancelled by then (else all of them), each its part. */
  private void payAll(OrderEvent event, BigDecimal amount) {
    List<OrderLine> known = lines.values().stream().filter(line -> isOf(line, event)).toList();
    List<OrderLine> open = known.stream().filter(line -> line.isOpenAt(event)).toList();
    if (known.isEmpty()) {
      stray(event).pay(event, amount);
    } else {
      divide(event, amount, open.isEmpty() ? known : open);
    }
  }

  /** In proportion to the prices, to the last cent; equally where the prices are nothing. */
  private static void divide(OrderEvent event, BigDecimal amount, List<OrderLine> payable) {
    BigDecimal total = BigDecimal.ZERO;
    for (OrderLine line : payable) {
      total = total.add(line.price());
    }
    boolean priced = total.signum() > 0;
    BigDecimal divisor = priced ? total : BigDecimal.valueOf(payable.size());
    BigDecimal soFar = BigDecimal.ZERO;
    BigDecimal paidSoFar = BigDecimal.ZERO;
    for (OrderLine line : payable) {
      soFar = soFar.add(priced ? line.price() : BigDecimal.ONE);
      BigDecimal upToHere = amount.multiply(soFar).divide(divisor, 4, RoundingMode.HALF_UP);
      line.pay(event, upToHere.subtract(paidSoFar));
      paidSoFar = upToHere;
    }
  }

  /** Goods that fit no line placed in the same currency stay visible as a line of their own. */
  private void giveBack(OrderEvent event) {
    Integer number = event.lineNo();
    int units = event.quantity();
    lines.entrySet().stream()
        .filter(line -> number == null || number.equals(line.getKey()))
        .map(line -> line.getValue())
        .filter(line -> isOf(line, event) && line.unitsLeft() >= units)
        .filter(line -> number != null || line.sku.equals(event.sku()))
        .findFirst()
        .orElseGet(() -> stray(event))
        .giveBack(event);
  }

  private static boolean isOf(OrderLine line, OrderEvent event) {
    return line != null && line.currency.equals(event.currency());
  }

  private OrderLine stray(OrderEvent event) {
    OrderLine stray = OrderLine.stray(FIRST_STRAY + strays.size(), event);
    strays.add(stray);
    return stray;
  }
}
