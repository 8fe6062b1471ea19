package groundswell.runner;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Says on standard error, at most once a second, how many blocks of a community are written. */
final class GenerateProgress implements IntConsumer, AutoCloseable {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final PrintWriter messages;
  private final int blocks;
  private final long began = System.nanoTime();
  private long saidAt = began;
  private boolean hasSpoken;

  private GenerateProgress(PrintWriter messages, int blocks) {
    this.messages = messages;
    this.blocks = blocks;
  }

  static GenerateProgress on(PrintWriter messages, int blocks) {
    return new GenerateProgress(messages, blocks);
  }

  static GenerateProgress silent() {
    return new GenerateProgress(new PrintWriter(PrintWriter.nullWriter()), 1);
  }

  @Override
  public void accept(int done) {
    long now = System.nanoTime();
    if (now - saidAt >= EVERY_NANOS) {
      saidAt = now;
      hasSpoken = true;
      double remaining = (now - began) / 1e9 * (blocks - done) / done;
      messages.printf("\rgenerate: %d of %d blocks, about %.0f s left ", done, blocks, remaining);
      messages.flush();
    }
  }

  @Override
  public void close() {
    if (hasSpoken) {
      messages.println();
      messages.flush();
    }
  }
}
