package groundswell.generate.activity;

/**
 * One side of life in the community. A scene plays chains of events that begin on one day and may
 * end some days later; a day's log is made of all chains that can reach it, and the pen keeps what
 * falls on the day.
 */
interface Scene {
  /** Longest time from a chain's first day to its last event [days]. */
  default int reach() {
    return 0;
  }

  /** Plays every chain of the shard that begins on a day. */
  void play(int day, Shard shard, Pen pen);
}
