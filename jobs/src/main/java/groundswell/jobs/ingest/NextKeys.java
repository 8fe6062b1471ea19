package groundswell.jobs.ingest;

import groundswell.schemas.StorageFault;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns the keys of a warehouse into those that its next secret makes: a key is to the next secret
 * what an id was to the first.
 */
public final class NextKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern KEY = Pattern.compile("(?<=\")[0-9a-f]{32}(?=\")");

  private final String secret;
  private transient Map<String, Pseudonyms> communities;

  private NextKeys(String secret) {
    this.secret = secret;
  }

  /** Begins a change of the secret, or goes on with one that was interrupted. */
  public static NextKeys begin(Path warehouse) {
    String secrets = new String(PseudonymKey.next(warehouse), StandardCharsets.UTF_8);
    return new NextKeys(secrets.substring(secrets.lastIndexOf('\n') + 1));
  }

  /** Puts the next secret in force, once all keys are its own. */
  public static void finish(Path warehouse) {
    try {
      PseudonymKey.follow(warehouse);
    } catch (IOException fault) {
      throw StorageFault.of("put the next pseudonym key in force in " + warehouse, fault);
    }
  }

  /** Names this change, and tells nothing of the secret. */
  public String name() {
    return ErasedMembers.hash(secret).substring(0, 16);
  }

  /** The next key; null stays null. */
  public String of(String communityId, String key) {
    return key == null ? null : pseudonyms(communityId).of(UTF8String.fromString(key)).toString();
  }

  /** A refused row with the next keys, wherever a value looks like a key. */
  public byte[] in(String communityId, byte[] raw) {
    if (raw == null) {
      return null;
    }
    Matcher keys = KEY.matcher(new String(raw, StandardCharsets.UTF_8));
    return keys.find()
        ? keys.replaceAll(key -> of(communityId, key.group())).getBytes(StandardCharsets.UTF_8)
        : raw;
  }

  /** Each thread's own, since they remember. */
  private synchronized Pseudonyms pseudonyms(String communityId) {
    if (communities == null) {
      communities = new ConcurrentHashMap<>();
    }
    return communities.computeIfAbsent(
        communityId + "\n" + Thread.currentThread().getId(),
        any ->
            new Pseudonyms(
                secret.getBytes(StandardCharsets.UTF_8), communityId, ErasedMembers.NONE));
  }
}
