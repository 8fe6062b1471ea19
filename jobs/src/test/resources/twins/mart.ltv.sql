-- All moves of money in one list; each cell of the cohorts adds up those in its window afresh.
WITH person AS (
  SELECT DISTINCT community_id, member_number FROM core.dim_member
  WHERE is_current AND actor_kind NOT IN ('bot', 'employee', 'founder')
),
line AS (
  SELECT l.* FROM core.fact_order_line l JOIN person USING (community_id, member_number)
),
move AS (
  SELECT community_id, member_number, order_date AS day, currency, 'purchase' AS what,
    (unit_price * quantity - discount)::DECIMAL(18, 4) AS amount, 0::DECIMAL(18, 4) AS cost
  FROM line WHERE placed_ts IS NOT NULL AND cancelled_ts IS NULL
  UNION ALL
  SELECT community_id, member_number, paid_date, currency, 'payment', paid_amount,
    CASE WHEN quantity = 0 THEN 0 ELSE (unit_cost * quantity)::DECIMAL(18, 4) END
  FROM line WHERE paid_date IS NOT NULL
  UNION ALL
  SELECT community_id, member_number, returned_date, currency, 'repayment', -returned_amount,
    CASE WHEN returned_quantity = 0 THEN 0 ELSE -(unit_cost * returned_quantity)::DECIMAL(18, 4) END
  FROM line WHERE returned_date IS NOT NULL
  UNION ALL
  SELECT community_id, member_number, event_date, currency, 'service',
    CASE WHEN kind = 'refunded' THEN -amount ELSE amount END, 0
  FROM core.fact_service_charge JOIN person USING (community_id, member_number)
  WHERE kind IN ('charged', 'refunded')
),
buyer AS (
  SELECT community_id, member_number, min(day) AS since, date_trunc('month', min(day))::DATE AS month
  FROM move WHERE what = 'purchase' GROUP BY ALL
),
last_day AS (
  SELECT community_id, max(event_date) AS last_date FROM mart.tie_funnel GROUP BY ALL
),
cohort AS (
  SELECT community_id, month, count(*) AS buyers FROM buyer GROUP BY ALL
),
cell AS (
  SELECT c.*, k::INT AS k, p.currency,
    EXISTS (SELECT 1 FROM move m JOIN buyer b USING (community_id, member_number)
      WHERE m.what = 'payment' AND m.community_id = c.community_id AND m.currency = p.currency) AS is_paid,
    ((month + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE + to_months(k::INT))::DATE > last_date AS is_censored
  FROM cohort c JOIN last_day USING (community_id)
  JOIN (SELECT DISTINCT b.community_id, b.month, m.currency FROM buyer b
    JOIN move m USING (community_id, member_number)) p USING (community_id, month),
    generate_series(0, 36) AS s(k)
  WHERE k = 0 OR (month + to_months(k::INT))::DATE <= last_date
),
total AS (
  SELECT c.community_id, c.month, c.k, c.currency, any_value(c.buyers) AS buyers,
    any_value(c.is_censored) AS is_censored,
    count(DISTINCT (m.member_number, m.day)) FILTER (WHERE what = 'purchase') AS days,
    coalesce(sum(amount) FILTER (WHERE what = 'purchase'), 0) AS purchased,
    CASE WHEN any_value(c.is_paid)
      THEN coalesce(sum(amount) FILTER (WHERE what LIKE '%payment'), 0) END AS net_revenue,
    CASE WHEN any_value(c.is_paid) AND count(*) FILTER (WHERE what LIKE '%payment' AND cost IS NULL) = 0
      THEN coalesce(sum(cost) FILTER (WHERE what LIKE '%payment'), 0) END AS cost,
    coalesce(sum(amount) FILTER (WHERE what = 'service'), 0) AS services
  FROM cell c
  JOIN buyer b ON b.community_id = c.community_id AND b.month = c.month
  LEFT JOIN move m ON m.community_id = b.community_id AND m.member_number = b.member_number
    AND m.currency = c.currency AND m.day >= b.since AND m.day <= (b.since + to_months(c.k))::DATE
  GROUP BY c.community_id, c.month, c.k, c.currency
)
SELECT community_id, month AS first_purchase_month, k AS months_since, currency,
  buyers AS cohort_buyers, days AS purchase_days, purchased AS purchased_amount, net_revenue,
  cost AS cost_of_goods, net_revenue - cost AS margin, services AS service_payments,
  days / buyers AS purchases_per_buyer, net_revenue::DOUBLE / buyers AS net_revenue_per_buyer,
  (net_revenue - cost)::DOUBLE / buyers AS margin_per_buyer,
  services::DOUBLE / buyers AS service_payments_per_buyer, is_censored
FROM total
