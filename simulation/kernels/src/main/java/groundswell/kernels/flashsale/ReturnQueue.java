package groundswell.kernels.flashsale;

import java.util.Arrays;

/** Unpaid units on their way back, in the order of their orders; the hold is the same for all. */
final class ReturnQueue {
  private double holdSeconds;
  private double[] ordered = new double[256]; // [s]
  private int[] units = new int[256];
  private int first;
  private int end;

  void begin(double hold) {
    holdSeconds = hold;
    first = 0;
    end = 0;
  }

  boolean isEmpty() {
    return first == end;
  }

  /** When the next units are back [s after T0]. */
  double seconds() {
    return ordered[first] + holdSeconds;
  }

  int pop() {
    return units[first++];
  }

  void push(double seconds, int unitCount) {
    if (end == ordered.length) {
      makeRoom();
    }
    ordered[end] = seconds;
    units[end++] = unitCount;
  }

  private void makeRoom() {
    if (first > end / 2) { // move to the front
      System.arraycopy(ordered, first, ordered, 0, end - first);
      System.arraycopy(units, first, units, 0, end - first);
      end -= first;
      first = 0;
    } else {
      ordered = Arrays.copyOf(ordered, end * 2);
      units = Arrays.copyOf(units, end * 2);
    }
  }
}
