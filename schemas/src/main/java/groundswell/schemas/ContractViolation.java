package groundswell.schemas;

/** A table broke its data contract; nothing was published. */
public final class ContractViolation extends Refusal {
  private ContractViolation(String message) {
    super(ExitCode.AUDIT_FAILED, message);
  }

  /**
   * Says what broke, how often, one row to look at, where the rule is written, and where to look:
   *
   * <pre>
   * mart.reach_daily: 3 of 41 rows break 'conversion_rate in [0, 1]'
   *   example:  {campaign_id: spring-24, conversion_rate: 1.5}
   *   contract: schemas/src/main/resources/contracts/mart.reach_daily.odcs.yaml
   *   nothing was published; more referred adoptions than shares usually means late shares
   * </pre>
   */
  public static ContractViolation of(
      Contract contract, String rule, String counts, String example, String hint) {
    return new ContractViolation(
        """
        %s: %s break '%s'
          example:  %s
          contract: %s
          nothing was published; %s"""
            .formatted(contract.table(), counts, rule, example, contract.source(), hint));
  }
}
