package groundswell.planning.store;

import groundswell.kernels.random.Draws;
import groundswell.schemas.CodeVersion;
import groundswell.schemas.Contracts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Name of a run: a hash of everything that decides its result, so equal inputs share it. */
public final class RunKey {
  /** Version of the code that decides results: planning, kernels and schemas. */
  public static final String CODE_VERSION =
      CodeVersion.of(RunKey.class, Draws.class, Contracts.class);

  private RunKey() {}

  public static String of(String... inputs) {
    try {
      byte[] bytes = String.join("\n", inputs).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
