package groundswell.kernels.wordofmouth;

import groundswell.kernels.Require;

/**
 * One stage of the seed programme: on its day the first {@code cap} candidates who have not adopted
 * are invited, and each accepts on its own. Candidates stand in the order of the stage's selection
 * rule.
 *
 * @param name e.g. {@code angel}
 * @param day of the invitation, from 1 [day]
 * @param cap most invitations [members]
 * @param acceptance probability that an invited member adopts [0..1]
 * @param candidates member numbers, best first, each at most once
 */
public record SeedStage(String name, int day, int cap, double acceptance, int... candidates) {
  public SeedStage {
    Require.between("day of stage " + name, day, 1, Integer.MAX_VALUE);
    Require.between("cap of stage " + name, cap, 0, Integer.MAX_VALUE);
    Require.inRange("acceptance of stage " + name, acceptance, 0, 1);
    candidates = candidates.clone();
  }

  @Override
  public int[] candidates() {
    return candidates.clone();
  }
}
