package groundswell.generate;

import java.io.Serializable;

/**
 * How dirty the log is. Each share is a share of the community's true events.
 *
 * @param late share that is received on a later day than it happened, in [0, 1]
 * @param duplicate share that is received twice under one event id, in [0, 1]
 * @param bad rows added that no reader may accept, per true event, in [0, 1]
 */
public record Defects(double late, double duplicate, double bad) implements Serializable {
  /** A log without a flaw. */
  public static final Defects NONE = new Defects(0, 0, 0);

  public Defects {
    requireShare("late", late);
    requireShare("duplicate", duplicate);
    requireShare("bad", bad);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) { // written so that NaN fails too
      throw new IllegalArgumentException("%s must be in [0, 1] but is %s".formatted(name, value));
    }
  }
}
