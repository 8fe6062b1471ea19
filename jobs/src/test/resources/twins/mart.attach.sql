-- Every cohort crossed with every k and category; each number by a join over the purchases.
WITH owning AS (
  SELECT c.community_id, c.adoption_sku_category AS device, c.currency,
    (SELECT max(event_date) FROM mart.tie_funnel f WHERE f.community_id = c.community_id) AS last_date
  FROM core.dim_community c WHERE adoption_sku_category IS NOT NULL
),
person AS (
  SELECT m.community_id, member_number, joined_date, left_date
  FROM core.dim_member m JOIN owning USING (community_id)
  WHERE is_current AND actor_kind NOT IN ('bot', 'employee', 'founder') AND last_date IS NOT NULL
),
purchase AS (
  SELECT l.community_id, l.member_number, l.order_date, l.category, category = device AS is_device,
    quantity - returned_quantity AS units,
    CASE WHEN l.currency = o.currency THEN (paid_amount - returned_amount - unit_cost
      * (CASE WHEN paid_ts IS NULL THEN 0 ELSE quantity END - returned_quantity))::DECIMAL(18, 4)
    END AS margin
  FROM core.fact_order_line l JOIN owning o USING (community_id)
  JOIN person USING (community_id, member_number)
  WHERE placed_ts IS NOT NULL AND cancelled_ts IS NULL AND quantity > returned_quantity
),
owner AS (
  SELECT community_id, member_number, min(order_date) AS since,
    date_trunc('month', min(order_date))::DATE AS month
  FROM purchase WHERE is_device GROUP BY ALL
),
cell AS (
  SELECT c.community_id, c.month, k::INT AS k, o.last_date, o.currency,
    (c.month + INTERVAL 14 DAY)::DATE AS middle,
    (c.month + INTERVAL 14 DAY + to_months(k::INT))::DATE AS until
  FROM (SELECT DISTINCT community_id, month FROM owner) c JOIN owning o USING (community_id),
    generate_series(0, 12) AS s(k)
  WHERE (c.month + to_months(k::INT))::DATE <= o.last_date
),
size AS (
  SELECT c.community_id, c.month, k, count(DISTINCT o.member_number) AS buyers,
    sum(p.units)::BIGINT AS units
  FROM cell c JOIN owner o USING (community_id, month)
  JOIN purchase p ON p.community_id = o.community_id AND p.member_number = o.member_number
    AND p.is_device AND p.order_date BETWEEN o.since AND (o.since + to_months(k))::DATE
  GROUP BY ALL
),
attached AS (
  SELECT c.community_id, c.month, k, p.category, count(DISTINCT o.member_number) AS buyers,
    sum(p.units)::BIGINT AS units,
    CASE WHEN count(*) = count(p.margin) THEN sum(p.margin) END AS margin
  FROM cell c JOIN owner o USING (community_id, month)
  JOIN purchase p ON p.community_id = o.community_id AND p.member_number = o.member_number
    AND NOT p.is_device AND p.order_date BETWEEN o.since AND (o.since + to_months(k))::DATE
  GROUP BY ALL
),
aside AS (
  SELECT c.community_id, c.month, k, c.middle, c.until, p.member_number
  FROM cell c JOIN person p ON p.community_id = c.community_id AND p.joined_date <= c.middle
    AND (p.left_date IS NULL OR p.left_date > c.middle)
  LEFT JOIN owner o ON o.community_id = p.community_id AND o.member_number = p.member_number
  WHERE o.since IS NULL OR o.since > c.until
),
non_owner AS (
  SELECT community_id, month, k, count(*) AS members FROM aside GROUP BY ALL
),
non_owner_buyer AS (
  SELECT a.community_id, a.month, k, p.category, count(DISTINCT a.member_number) AS members
  FROM aside a JOIN purchase p ON p.community_id = a.community_id
    AND p.member_number = a.member_number AND p.order_date BETWEEN a.middle AND a.until
  GROUP BY ALL
),
joined AS (
  SELECT c.*, g.category, s.buyers AS device_buyers, s.units AS device_units,
    coalesce(a.buyers, 0) AS buyers, coalesce(a.units, 0) AS units,
    CASE WHEN a.buyers IS NULL THEN 0 ELSE a.margin END AS margin,
    coalesce(n.members, 0) AS non_owners, coalesce(b.members, 0) AS non_owner_buyers,
    1.959963984540054::DOUBLE AS z, s.buyers::DOUBLE AS n
  FROM cell c
  JOIN (SELECT DISTINCT community_id, category FROM purchase WHERE NOT is_device) g USING (community_id)
  JOIN size s USING (community_id, month, k)
  LEFT JOIN attached a USING (community_id, month, k, category)
  LEFT JOIN non_owner n USING (community_id, month, k)
  LEFT JOIN non_owner_buyer b USING (community_id, month, k, category)
)
SELECT community_id, month AS first_device_month, k AS months_since, category, device_buyers,
  buyers AS attached_buyers, buyers / n AS attach_rate,
  CASE WHEN buyers = 0 THEN 0 ELSE
    (buyers + z * z / 2 - z * sqrt(buyers * (n - buyers) / n + z * z / 4)) / (n + z * z) END AS attach_low,
  CASE WHEN buyers = n THEN 1 ELSE
    (buyers + z * z / 2 + z * sqrt(buyers * (n - buyers) / n + z * z / 4)) / (n + z * z) END AS attach_high,
  device_units, units AS attached_units, units / device_units AS units_per_device,
  margin AS attached_margin, currency, non_owners, non_owner_buyers,
  CASE WHEN non_owners > 0 THEN non_owner_buyers / non_owners END AS non_owner_rate,
  CASE WHEN non_owners > 0 AND non_owner_buyers > 0
    THEN (buyers / n) / (non_owner_buyers / non_owners) END AS relatedness_lift,
  (last_day(month) + to_months(k))::DATE > last_date AS is_censored
FROM joined
