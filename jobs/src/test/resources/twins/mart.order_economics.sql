-- One pass over the lines; the concentration of articles from a table of its own.
WITH line AS (
  SELECT *, paid_ts IS NOT NULL AS is_paid,
    CASE WHEN paid_ts IS NOT NULL THEN quantity ELSE 0 END AS paid_units,
    (unit_price * quantity)::DECIMAL(18, 4) AS gross
  FROM core.fact_order_line
),
total AS (
  SELECT community_id, order_date, category, channel, ring, currency,
    count(DISTINCT order_id) FILTER (WHERE placed_ts IS NOT NULL) AS orders,
    count(DISTINCT order_id) FILTER (WHERE placed_ts IS NOT NULL AND is_paid) AS paid_orders,
    sum(quantity)::BIGINT AS units_ordered, sum(paid_units)::BIGINT AS units_paid,
    coalesce(sum(quantity) FILTER (WHERE cancelled_ts IS NOT NULL), 0)::BIGINT AS units_cancelled,
    sum(returned_quantity)::BIGINT AS units_returned,
    sum(gross - discount) AS ordered_amount,
    coalesce(sum(gross) FILTER (WHERE is_paid), 0) AS gross_revenue,
    sum(paid_amount) AS paid_amount, sum(returned_amount) AS returned_amount,
    CASE WHEN count(*) FILTER (WHERE unit_cost IS NULL AND (paid_units > 0 OR returned_quantity > 0)) = 0
      THEN coalesce(sum(unit_cost * (paid_units - returned_quantity))
        FILTER (WHERE paid_units > 0 OR returned_quantity > 0), 0) END AS cost_of_goods,
    sum(gross) FILTER (WHERE is_paid AND market_price IS NOT NULL) AS own_price,
    sum(market_price * paid_units) FILTER (WHERE is_paid) AS market_price
  FROM line GROUP BY ALL
),
article AS (
  SELECT community_id, order_date, category, channel, ring, currency, sku,
    sum(paid_units)::BIGINT AS units
  FROM line GROUP BY ALL
),
concentration AS (
  SELECT community_id, order_date, category, channel, ring, currency,
    sum(units * units) / nullif(sum(units) * sum(units), 0) AS sku_concentration
  FROM article GROUP BY ALL
),
margin AS (
  SELECT *, paid_amount - returned_amount AS net_revenue,
    paid_amount - returned_amount - cost_of_goods AS margin
  FROM total
)
SELECT community_id, order_date, category, channel, ring, currency, orders, paid_orders,
  units_ordered, units_paid, units_cancelled, units_returned, ordered_amount, gross_revenue,
  paid_amount, returned_amount, net_revenue, cost_of_goods, margin,
  CASE WHEN net_revenue > 0 THEN margin::DOUBLE / net_revenue::DOUBLE END AS margin_rate,
  CASE WHEN net_revenue > 0 THEN margin::DOUBLE / net_revenue::DOUBLE - 0.05 END AS margin_cap_gap,
  paid_amount::DOUBLE / nullif(paid_orders, 0) AS average_order_value,
  units_returned / nullif(units_paid, 0) AS return_rate,
  CASE WHEN market_price > 0 THEN own_price::DOUBLE / market_price::DOUBLE END AS price_index,
  sku_concentration
FROM margin JOIN concentration USING (community_id, order_date, category, channel, ring, currency)
