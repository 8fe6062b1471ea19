package groundswell.jobs.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the events say about one member, whatever their order: first sight, kind, joining and
 * leaving, home channel, entry, and what was told of ring and profile. Lives from parts of a log
 * unite. Instants in micros, days since 1970-01-01.
 */
public final class MemberLife {
  /** Stands for "never"; what is the latest begins with its opposite. */
  static final long NEVER = Long.MAX_VALUE;

  static final int NO_DAY = Integer.MAX_VALUE;

  /** Rarest last: a member takes the highest that was ever seen. */
  private static final List<String> KINDS =
      List.of("unknown", "user", "partner", "dealer", "employee", "founder", "bot");

  /** Alphabetical, so that the first wins among equals. */
  private static final List<String> CHANNELS =
      List.of("app", "build_vote", "forum", "meetup", "qzone", "shop", "wechat", "weibo");

  final String communityId;
  final String key;

  /** First sight, with the channel. */
  Telling first;

  private Telling entryChannel;
  private Telling inviter;
  private final ArrayList<Telling> history = new ArrayList<>();
  private int kind;
  private final int[] acts = new int[CHANNELS.size()];
  private long joined = NEVER;
  private int joinedDay = NO_DAY;
  private long last = -NEVER;
  private long left = -NEVER;
  private int leftDay = -NO_DAY;

  MemberLife(String communityId, String key) {
    this.communityId = communityId;
    this.key = key;
  }

  /** The member was seen in a role of an event. */
  void see(MemberEvent event, int role) {
    if (first == null || event.micros() <= first.micros) {
      first = Telling.first(first, new Telling(event, role, event.channel()));
    }
    if (role == MemberEvent.ACTOR) {
      act(event);
    }
  }

  private void act(MemberEvent event) {
    kind = Math.max(kind, KINDS.indexOf(event.actorKind()));
    boolean isJoining = event.isType("member_joined");
    if (event.isQualifying() || isJoining) {
      joined = Math.min(joined, event.micros());
      joinedDay = Math.min(joinedDay, event.day());
      last = Math.max(last, event.micros());
    }
    int channel = CHANNELS.indexOf(event.channel());
    if (event.isQualifying() && channel >= 0) {
      acts[channel]++;
    }
    if (event.isType("member_left")) {
      left = Math.max(left, event.micros());
      leftDay = Math.max(leftDay, event.day());
    }
    if (isJoining) {
      enter(event);
    }
    tell(event, isJoining || event.isType("profile_updated"));
  }

  /** The event says how the member came. */
  void enter(MemberEvent event) {
    if (event.isType("member_joined") && event.entryChannel() != null) {
      entryChannel =
          Telling.first(entryChannel, new Telling(event, MemberEvent.ACTOR, event.entryChannel()));
    }
    if (event.inviter() != null) {
      inviter = Telling.first(inviter, new Telling(event, MemberEvent.ACTOR, event.inviter()));
    }
  }

  private void tell(MemberEvent event, boolean isProfile) {
    if (isProfile) {
      history.add(
          new Telling(
              event, MemberEvent.ACTOR, null, event.region(), event.city(), event.ageBand()));
    } else if (event.isType("ring_granted")) {
      history.add(new Telling(event, MemberEvent.ACTOR, event.ring(), null, null, null));
    } else if (event.isType("ring_revoked")) {
      history.add(
          new Telling(event, MemberEvent.ACTOR, RingHistory.DEFAULT_RING, null, null, null));
    }
  }

  /** Takes up what another part of the log says about the same member. */
  MemberLife unite(MemberLife other) {
    first = Telling.first(first, other.first);
    entryChannel = Telling.first(entryChannel, other.entryChannel);
    inviter = Telling.first(inviter, other.inviter);
    history.addAll(other.history);
    kind = Math.max(kind, other.kind);
    Arrays.setAll(acts, channel -> acts[channel] + other.acts[channel]);
    joined = Math.min(joined, other.joined);
    joinedDay = Math.min(joinedDay, other.joinedDay);
    last = Math.max(last, other.last);
    left = Math.max(left, other.left);
    leftDay = Math.max(leftDay, other.leftDay);
    return this;
  }

  String kind() {
    return KINDS.get(kind);
  }

  /** Where the member acted most; unknown without acts. */
  String homeChannel() {
    int most = 0;
    for (int channel = 1; channel < acts.length; channel++) {
      most = acts[channel] > acts[most] ? channel : most;
    }
    return acts[most] > 0 ? CHANNELS.get(most) : "unknown";
  }

  String entryChannel() {
    String seen = first.role == MemberEvent.ACTOR ? Telling.value(first) : "unknown";
    return entryChannel == null ? seen : Telling.value(entryChannel);
  }

  String inviter() {
    return Telling.value(inviter);
  }

  /** First act of the member's own; null when there is none. */
  Long joined() {
    return joined == NEVER ? null : joined;
  }

  Integer joinedDay() {
    return joinedDay == NO_DAY ? null : joinedDay;
  }

  /** When the member went for good; null when acts follow. */
  Long left() {
    return hasLeft() ? left : null;
  }

  Integer leftDay() {
    return hasLeft() ? leftDay : null;
  }

  private boolean hasLeft() {
    return left != -NEVER && left > last;
  }

  /** The states of ring and profile, in order of time. */
  List<MemberVersion> versions() {
    return MemberVersion.of(first, history);
  }
}
