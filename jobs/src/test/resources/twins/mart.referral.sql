-- Every click, adoption and commission joined with all earlier shares of its code, the last kept;
-- generations by climbing from adoption to adoption; each item written into four cells.
WITH RECURSIVE happening AS (
  SELECT *, date_trunc('week', event_date)::DATE AS week,
    actor_kind IN ('bot', 'employee', 'founder') AS is_staff
  FROM core.fact_referral
),
credited AS (
  SELECT e.*, s.event_id AS share_id, s.event_ts AS share_ts, s.week AS share_week,
    s.channel AS share_channel, s.ring AS share_ring, s.member_number AS sharer,
    s.is_staff AS by_staff, s.session_hint AS share_session
  FROM happening e
  LEFT JOIN happening s ON s.kind = 'shared' AND s.community_id = e.community_id
    AND s.referral_code = e.referral_code AND s.event_ts <= e.event_ts
  WHERE e.kind <> 'shared'
  QUALIFY row_number() OVER (PARTITION BY e.community_id, e.event_id
    ORDER BY s.event_ts DESC NULLS LAST, s.event_id DESC) = 1
),
adoption AS (
  SELECT *, coalesce(referrer_number, sharer) AS referrer,
    coalesce(coalesce(referrer_number, sharer) = member_number, false) AS is_self
  FROM credited WHERE kind = 'converted'
),
first_adoption AS (
  SELECT * FROM adoption WHERE NOT is_self AND member_number IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY community_id, member_number ORDER BY event_ts, event_id) = 1
),
climb AS (
  SELECT community_id, event_id, event_ts, event_id AS at_id, referrer, 1 AS generation
  FROM adoption WHERE NOT is_self
  UNION ALL
  SELECT c.community_id, c.event_id, f.event_ts, f.event_id, f.referrer, c.generation + 1
  FROM climb c JOIN first_adoption f ON f.community_id = c.community_id
    AND f.member_number = c.referrer AND (f.event_ts, f.event_id) < (c.event_ts, c.at_id)
),
generation AS (
  SELECT community_id, event_id, max(generation) AS generation FROM climb GROUP BY ALL
),
item AS (
  SELECT community_id, week, channel, ring, 'invite' AS item, member_number AS sharer,
    NULL::BIGINT AS seconds, NULL::BIGINT AS generation, NULL::DECIMAL(18, 4) AS amount,
    NULL::VARCHAR AS currency, false AS same
  FROM happening WHERE kind = 'shared' AND NOT is_staff
  UNION ALL
  SELECT community_id, coalesce(share_week, week), coalesce(share_channel, channel),
    coalesce(share_ring, CASE WHEN kind = 'commission_paid' THEN ring ELSE 'unknown' END),
    CASE WHEN kind = 'clicked' THEN 'click' ELSE 'pay' END, NULL, NULL, NULL, amount, currency, false
  FROM credited
  WHERE kind = 'commission_paid' OR (kind = 'clicked' AND by_staff IS NOT TRUE)
  UNION ALL
  SELECT community_id, coalesce(share_week, week), coalesce(share_channel, channel),
    coalesce(share_ring, 'unknown'),
    CASE WHEN is_self THEN 'self' WHEN share_id IS NULL THEN 'orphan' WHEN by_staff THEN 'staff'
      ELSE 'adopt' END,
    NULL, floor((epoch_us(event_ts) - epoch_us(share_ts)) / 1000000)::BIGINT, generation, NULL, NULL,
    coalesce(session_hint = share_session, false)
  FROM adoption LEFT JOIN generation USING (community_id, event_id)
  UNION ALL
  SELECT community_id, week, share_channel, share_ring, 'window', NULL, NULL, NULL, NULL, NULL, false
  FROM adoption WHERE NOT is_self AND share_id IS NOT NULL AND NOT by_staff
),
cell AS (
  SELECT i.* REPLACE (
    CASE WHEN c.wide THEN 'all' ELSE channel END AS channel,
    CASE WHEN r.wide THEN 'all' ELSE ring END AS ring)
  FROM item i CROSS JOIN (VALUES (true), (false)) AS c(wide)
  CROSS JOIN (VALUES (true), (false)) AS r(wide)
),
tally AS (
  SELECT c.community_id, week AS week_date, channel, ring, any_value(h.currency) AS currency,
    count(DISTINCT sharer) AS sharers,
    count(*) FILTER (item = 'invite') AS invites, count(*) FILTER (item = 'click') AS clicks,
    count(*) FILTER (item = 'adopt') AS conversions,
    count(*) FILTER (item = 'window') AS window_conversions,
    quantile_disc(seconds, 0.5) FILTER (item = 'adopt') AS cycle_seconds_p50,
    coalesce(max(generation) FILTER (item = 'adopt'), 0) AS tree_depth,
    count(*) FILTER (item = 'adopt' AND generation = 1) AS first_generation,
    count(*) FILTER (item = 'adopt' AND generation = 2) AS second_generation,
    count(*) FILTER (item = 'adopt' AND generation > 2) AS later_generations,
    count(*) FILTER (item = 'pay') AS commissions,
    coalesce(sum(amount) FILTER (c.currency = h.currency), 0) AS commission_amount,
    count(*) FILTER (item = 'pay' AND c.currency <> h.currency) AS other_currency_commissions,
    count(*) FILTER (item = 'self') AS self_referrals,
    count(*) FILTER (item = 'adopt' AND same) AS same_session_conversions,
    count(*) FILTER (item = 'staff') AS staff_conversions,
    count(*) FILTER (item = 'orphan') AS orphan_conversions
  FROM cell c JOIN core.dim_community h ON h.community_id = c.community_id
  GROUP BY c.community_id, week, channel, ring
),
ring_on_day AS (
  SELECT a.community_id, a.member_number, a.event_date,
    coalesce(arg_max(d.ring, d.valid_from_ts), 'stable') AS ring
  FROM (SELECT DISTINCT community_id, member_number, event_date FROM core.fact_member_activity) a
  JOIN (SELECT DISTINCT community_id, member_number FROM core.dim_member
    WHERE actor_kind NOT IN ('bot', 'employee', 'founder')) m USING (community_id, member_number)
  LEFT JOIN core.dim_member d ON d.community_id = a.community_id
    AND d.member_number = a.member_number AND d.valid_from_date <= a.event_date
  GROUP BY ALL
),
active AS (
  SELECT community_id, date_trunc('week', event_date)::DATE AS week_date,
    coalesce(ring, 'all') AS ring, count(DISTINCT member_number) AS n
  FROM ring_on_day
  GROUP BY GROUPING SETS ((community_id, date_trunc('week', event_date), ring),
    (community_id, date_trunc('week', event_date)))
)
SELECT t.*, coalesce(n, 0) AS active_members, invites / nullif(n, 0) AS invites_per_active,
  conversions / nullif(invites, 0) AS conversions_per_invite, conversions / nullif(n, 0) AS k_factor,
  window_conversions / nullif(n, 0) AS window_k_factor
FROM tally t LEFT JOIN active USING (community_id, week_date, ring)
