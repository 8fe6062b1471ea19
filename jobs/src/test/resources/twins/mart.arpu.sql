-- Every cut by grouping sets over the raw rows; members from their active days, rings looked up.
WITH person AS (
  SELECT community_id, member_number, any_value(actor_kind) AS actor_kind
  FROM core.dim_member GROUP BY ALL
),
day AS (
  SELECT DISTINCT a.community_id, a.member_number, a.event_date
  FROM core.fact_member_activity a JOIN person USING (community_id, member_number)
  WHERE actor_kind NOT IN ('bot', 'employee', 'founder')
),
active AS (
  SELECT a.community_id, date_trunc('month', a.event_date)::DATE AS month, a.member_number,
    coalesce((SELECT arg_max(d.ring, d.valid_from_ts) FROM core.dim_member d
      WHERE d.community_id = a.community_id AND d.member_number = a.member_number
        AND d.valid_from_date <= a.event_date), 'stable') AS ring
  FROM day a
),
charge AS (
  SELECT c.community_id, date_trunc('month', event_date)::DATE AS month, service, ring, currency,
    amount, kind, CASE WHEN kind = 'charged' AND amount > 0
      AND coalesce(actor_kind NOT IN ('bot', 'employee', 'founder'), true) THEN member_number END AS payer
  FROM core.fact_service_charge c LEFT JOIN person USING (community_id, member_number)
  WHERE kind <> 'subscribed' AND amount IS NOT NULL
),
goods AS (
  SELECT community_id, date_trunc('month', paid_date)::DATE AS month, ring, currency, paid_amount AS amount
  FROM core.fact_order_line WHERE paid_date IS NOT NULL
  UNION ALL
  SELECT community_id, date_trunc('month', returned_date)::DATE, ring, currency, -returned_amount
  FROM core.fact_order_line WHERE returned_date IS NOT NULL
),
person_ring AS (
  SELECT community_id, month, ring, member_number FROM active
  UNION SELECT community_id, month, ring, payer FROM charge
  UNION SELECT community_id, month, ring, NULL FROM goods
),
users AS (
  SELECT community_id, month, coalesce(ring, 'all') AS ring, count(DISTINCT member_number) AS users
  FROM person_ring GROUP BY GROUPING SETS ((community_id, month, ring), (community_id, month))
),
money AS (
  SELECT community_id, month, coalesce(service, 'all') AS service, coalesce(ring, 'all') AS ring,
    currency, count(DISTINCT payer) AS payers,
    coalesce(sum(amount) FILTER (WHERE kind = 'charged'), 0) AS charged,
    coalesce(sum(amount) FILTER (WHERE kind = 'refunded'), 0) AS refunded,
    coalesce(sum(amount) FILTER (WHERE kind = 'ad_revenue'), 0) AS ads
  FROM charge
  GROUP BY GROUPING SETS ((community_id, month, service, ring, currency),
    (community_id, month, service, currency), (community_id, month, ring, currency),
    (community_id, month, currency))
),
sold AS (
  SELECT community_id, month, coalesce(ring, 'all') AS ring, currency, sum(amount) AS goods
  FROM goods GROUP BY GROUPING SETS ((community_id, month, ring, currency), (community_id, month, currency))
),
cut AS (
  SELECT s.community_id, s.month, s.service, s.currency, u.ring, u.users
  FROM (SELECT DISTINCT community_id, month, service, currency FROM (
      SELECT a.community_id, a.month, a.service, b.currency
      FROM money a JOIN money b ON b.community_id = a.community_id AND b.month = a.month)) s
  JOIN users u ON u.community_id = s.community_id AND u.month = s.month
),
joined AS (
  SELECT c.*, coalesce(m.payers, 0) AS payers, coalesce(m.charged, 0) AS charged,
    coalesce(m.refunded, 0) AS refunded, coalesce(m.ads, 0) AS ads, coalesce(g.goods, 0) AS goods,
    coalesce(a.charged - a.refunded + a.ads, 0) AS all_services
  FROM cut c
  LEFT JOIN money m USING (community_id, month, service, ring, currency)
  LEFT JOIN money a ON a.community_id = c.community_id AND a.month = c.month AND a.ring = c.ring
    AND a.currency = c.currency AND a.service = 'all'
  LEFT JOIN sold g ON g.community_id = c.community_id AND g.month = c.month AND g.ring = c.ring
    AND g.currency = c.currency
)
SELECT community_id, month AS month_start_date, service, ring, currency, users, payers,
  CASE WHEN users > 0 THEN payers / users END AS payer_rate,
  charged AS charged_amount, refunded AS refunded_amount, ads AS ad_revenue,
  charged - refunded + ads AS service_revenue, goods AS goods_revenue,
  goods + all_services AS revenue,
  CASE WHEN goods + all_services > 0
    THEN (charged - refunded + ads)::DOUBLE / (goods + all_services)::DOUBLE END AS service_share,
  CASE WHEN users > 0 THEN (charged - refunded + ads)::DOUBLE / users END AS revenue_per_user,
  CASE WHEN payers > 0 THEN (charged - refunded)::DOUBLE / payers END AS revenue_per_payer
FROM joined
