package groundswell.kernels.flashsale;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A sale event by event: each holder is a person with an own arrival time, the gate is one server,
 * and whatever happens next stands in a heap. Slow and simple; shares nothing with {@link
 * FlashSale} but the parameters, and must agree with it in distribution.
 */
final class EventSale {
  private enum Kind {
    ARRIVE,
    PASS_GATE,
    RETURN
  }

  private record Happening(double seconds, long order, Kind kind) implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      int bySeconds = Double.compare(seconds, other.seconds);
      return bySeconds != 0 ? bySeconds : Long.compare(order, other.order);
    }
  }

  private final SaleParameters sale;
  private final SplittableRandom random;
  private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
  private final ArrayDeque<Double> line = new ArrayDeque<>();
  private boolean gateBusy;
  private long happenings;
  private long onSale;

  double sellOutSeconds = Double.NaN;
  long buyers;
  long served;
  long unpaid;
  long returned;

  private EventSale(SaleParameters sale, SplittableRandom random) {
    this.sale = sale;
    this.random = random;
    this.onSale = sale.stock();
  }

  static EventSale run(SaleParameters sale, long seed) {
    var history = new EventSale(sale, new SplittableRandom(seed));
    history.comeAll();
    while (!history.agenda.isEmpty() && history.agenda.peek().seconds() <= sale.durationSeconds()) {
      history.happen(history.agenda.poll());
    }
    return history;
  }

  private void comeAll() {
    for (long holder = 0; holder < sale.demand().reservations(); holder++) {
      if (random.nextDouble() < sale.demand().showUp()
          && random.nextDouble() < sale.demand().buyProbability()) {
        buyers++;
        plan(arrivalSeconds(), Kind.ARRIVE);
      }
    }
  }

  private double arrivalSeconds() {
    Arrivals arrivals = sale.arrivals();
    if (random.nextDouble() >= arrivals.poisedShare()) {
      return arrivals.lateMeanSeconds() * -Math.log(1 - random.nextDouble());
    }
    if (sale.gate().policy() instanceof QueuePolicy.RandomPrequeue) {
      return 0;
    }
    double normal =
        Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
            * Math.cos(2 * Math.PI * random.nextDouble());
    return arrivals.poisedMedianSeconds() * Math.exp(arrivals.poisedSigma() * normal);
  }

  private void happen(Happening now) {
    switch (now.kind()) {
      case ARRIVE -> arrive(now.seconds());
      case PASS_GATE -> passGate(now.seconds());
      case RETURN -> {
        returned++;
        if (sale.payment().unpaidUnits() == Payment.UnpaidUnits.AT_ONCE) {
          onSale++;
        }
      }
    }
  }

  private void arrive(double seconds) {
    boolean loses = sale.gate().policy() instanceof QueuePolicy.LossWithRetry;
    if (loses && (gateBusy || onSale == 0)) {
      tryAgain(seconds);
    } else if (onSale > 0) {
      line.add(seconds);
      openGate(seconds);
    }
  }

  private void tryAgain(double seconds) {
    var retry = (QueuePolicy.LossWithRetry) sale.gate().policy();
    if (random.nextDouble() < retry.patience()) {
      plan(seconds - retry.retryMeanSeconds() * Math.log(1 - random.nextDouble()), Kind.ARRIVE);
    }
  }

  private void openGate(double seconds) {
    if (!gateBusy && !line.isEmpty()) {
      line.remove();
      gateBusy = true;
      plan(seconds + 1 / sale.gate().ordersPerSecond(), Kind.PASS_GATE);
    }
  }

  private void passGate(double seconds) {
    gateBusy = false;
    served++;
    onSale--;
    if (random.nextDouble() < sale.payment().unpaid()) {
      unpaid++;
      plan(seconds + sale.payment().holdSeconds(), Kind.RETURN);
    }
    if (onSale == 0) {
      sellOutSeconds = Double.isNaN(sellOutSeconds) ? seconds : sellOutSeconds;
      line.clear();
    }
    openGate(seconds);
  }

  private void plan(double seconds, Kind kind) {
    agenda.add(new Happening(seconds, happenings++, kind));
  }
}
