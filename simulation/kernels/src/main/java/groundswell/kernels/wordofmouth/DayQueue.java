package groundswell.kernels.wordofmouth;

import java.util.Arrays;

/**
 * Informs to come, one list per day. Grows to the largest replication and then allocates no more.
 * The order within a day has no meaning.
 */
final class DayQueue {
  static final int NONE = -1;

  private final int[] first; // [days + 1]
  private int[] next = new int[1024];
  private int[] member = new int[1024];
  private byte[] cause = new byte[1024];
  private int size;

  DayQueue(int days) {
    first = new int[days + 1];
  }

  void clear() {
    Arrays.fill(first, NONE);
    size = 0;
  }

  void push(int day, int toMember, int byCause) {
    if (size == next.length) {
      grow();
    }
    member[size] = toMember;
    cause[size] = (byte) byCause;
    next[size] = first[day];
    first[day] = size++;
  }

  int first(int day) {
    return first[day];
  }

  int next(int inform) {
    return next[inform];
  }

  int member(int inform) {
    return member[inform];
  }

  int cause(int inform) {
    return cause[inform] & 0xff;
  }

  private void grow() {
    int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
    next = Arrays.copyOf(next, capacity);
    member = Arrays.copyOf(member, capacity);
    cause = Arrays.copyOf(cause, capacity);
  }
}
