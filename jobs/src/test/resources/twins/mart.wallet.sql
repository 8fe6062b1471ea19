-- Spans of rings by lead, cut by a table of quarters; money joined with those who count.
WITH purse AS (
  SELECT c.community_id, coalesce(wallet_currency, c.currency) AS currency, wallet_assumption_id,
    wallet_per_member_year,
    (SELECT max(event_date) FROM mart.tie_funnel f WHERE f.community_id = c.community_id) AS last_date,
    coalesce((SELECT max(paid_amount) = 0 FROM core.fact_order_line l WHERE l.community_id = c.community_id
      AND l.currency = coalesce(wallet_currency, c.currency)), false) AS is_untold
  FROM core.dim_community c
),
span AS (
  SELECT m.community_id, member_number, ring, greatest(valid_from_date, joined_date) AS since,
    least(lead(valid_from_date) OVER (PARTITION BY m.community_id, member_number ORDER BY valid_from_ts),
      left_date, last_date + 1) AS until
  FROM core.dim_member m JOIN purse USING (community_id)
  WHERE actor_kind NOT IN ('bot', 'employee', 'founder') AND joined_date IS NOT NULL
    AND last_date IS NOT NULL
),
quarter AS (
  SELECT q::DATE AS quarter, (q + INTERVAL 3 MONTH)::DATE AS next_quarter
  FROM generate_series(
    (SELECT date_trunc('quarter', min(since)) FROM span)::TIMESTAMP,
    (SELECT max(until) FROM span)::TIMESTAMP, INTERVAL 3 MONTH) AS s(q)
),
belonging AS (
  SELECT community_id, quarter, ring,
    sum(least(until, next_quarter) - greatest(since, quarter))::BIGINT AS days
  FROM span JOIN quarter ON since < next_quarter AND until > quarter AND since < until
  GROUP BY ALL
),
person AS (
  SELECT DISTINCT community_id, member_number FROM core.dim_member
  WHERE is_current AND actor_kind IN ('bot', 'employee', 'founder')
),
money AS (
  SELECT community_id, member_number, paid_date AS day, ring, currency, paid_amount AS goods, 0 AS services
  FROM core.fact_order_line
  UNION ALL
  SELECT community_id, member_number, returned_date, ring, currency, -returned_amount, 0
  FROM core.fact_order_line
  UNION ALL
  SELECT community_id, member_number, event_date, ring, currency, 0,
    CASE kind WHEN 'refunded' THEN -amount ELSE amount END
  FROM core.fact_service_charge WHERE kind IN ('charged', 'refunded')
),
spent AS (
  SELECT m.community_id, date_trunc('quarter', day)::DATE AS quarter, ring, sum(goods) AS goods,
    sum(services) AS services
  FROM money m JOIN purse p ON p.community_id = m.community_id AND p.currency = m.currency
  WHERE day IS NOT NULL AND member_number IS NOT NULL AND last_date IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM person s WHERE s.community_id = m.community_id AND s.member_number = m.member_number)
  GROUP BY ALL
),
ringed AS (
  SELECT community_id, quarter, ring, coalesce(days, 0) AS days, coalesce(goods, 0) AS goods,
    coalesce(services, 0) AS services
  FROM belonging FULL JOIN spent USING (community_id, quarter, ring)
),
total AS (
  SELECT community_id, quarter, coalesce(ring, 'all') AS ring, sum(days)::BIGINT AS days,
    sum(goods) AS goods, sum(services) AS services
  FROM ringed GROUP BY GROUPING SETS ((community_id, quarter, ring), (community_id, quarter))
),
wallet AS (
  SELECT * REPLACE (CASE WHEN NOT is_untold THEN goods END AS goods), round(days * wallet_per_member_year / 365.0::DOUBLE, 4) AS assumed
  FROM total JOIN purse USING (community_id)
)
SELECT community_id, quarter AS quarter_start_date, ring, days AS member_days, goods AS goods_spend,
  services AS service_spend, goods + services AS member_spend, currency, wallet_assumption_id,
  wallet_per_member_year, assumed::DECIMAL(18, 4) AS assumed_wallet,
  CASE WHEN assumed > 0 THEN (goods + services)::DOUBLE / assumed END AS wallet_share,
  (quarter + INTERVAL 3 MONTH)::DATE > last_date + 1 AS is_censored
FROM wallet
