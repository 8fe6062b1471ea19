-- Members, totals and running totals each straight from the launch events.
WITH opening AS (
  SELECT community_id, launch_id, coalesce(min(opens_ts),
    min(event_ts) FILTER (WHERE kind = 'stocked'),
    min(event_ts) FILTER (WHERE kind = 'ordered')) AS opening_ts
  FROM core.fact_launch_event GROUP BY ALL
),
event AS (
  SELECT *, floor((epoch_us(event_ts) - epoch_us(opening_ts)) / 1000000)::BIGINT AS seconds
  FROM core.fact_launch_event JOIN opening USING (community_id, launch_id)
),
total AS (
  SELECT community_id, launch_id, channel, sku, any_value(opening_ts) AS opening_ts,
    min(currency) AS currency,
    sum(CASE kind WHEN 'reserved' THEN quantity WHEN 'unreserved' THEN -quantity ELSE 0 END)::BIGINT
      AS reservations,
    coalesce(sum(quantity) FILTER (WHERE kind = 'stocked'), 0)::BIGINT AS units_offered,
    coalesce(sum(quantity) FILTER (WHERE kind = 'ordered'), 0)::BIGINT AS units_ordered,
    coalesce(sum(quantity) FILTER (WHERE kind = 'paid'), 0)::BIGINT AS units_paid,
    coalesce(sum(quantity) FILTER (WHERE kind = 'cancelled'), 0)::BIGINT AS units_cancelled,
    coalesce(sum(quantity) FILTER (WHERE kind = 'returned'), 0)::BIGINT AS units_returned,
    count(*) FILTER (WHERE kind = 'rejected') AS rejections,
    count(*) FILTER (WHERE kind = 'payment_failed') AS payment_failures,
    coalesce(sum(amount) FILTER (WHERE kind = 'ordered'), 0) AS ordered_amount,
    coalesce(sum(amount) FILTER (WHERE kind = 'paid'), 0) AS paid_amount,
    coalesce(sum(amount) FILTER (WHERE kind = 'returned'), 0) AS returned_amount,
    max(seconds) FILTER (WHERE kind = 'ordered') AS last_order
  FROM event GROUP BY ALL
),
reserver AS (
  SELECT community_id, launch_id, channel, sku, member_number,
    sum(CASE kind WHEN 'reserved' THEN quantity ELSE -quantity END) AS places
  FROM event WHERE kind IN ('reserved', 'unreserved') AND member_number IS NOT NULL
  GROUP BY ALL HAVING sum(quantity) FILTER (WHERE kind = 'reserved') > 0
),
buyer AS (
  SELECT community_id, launch_id, channel, sku, member_number
  FROM event WHERE kind = 'paid' AND member_number IS NOT NULL
  GROUP BY ALL HAVING sum(quantity) > 0
),
people AS (
  SELECT community_id, launch_id, channel, sku, count(r.member_number) AS ever_reserved,
    count(*) FILTER (WHERE r.places > 0) AS reservers, count(b.member_number) AS buyers,
    count(*) FILTER (WHERE r.member_number IS NOT NULL AND b.member_number IS NOT NULL) AS reserved_buyers
  FROM reserver r FULL JOIN buyer b USING (community_id, launch_id, channel, sku, member_number)
  GROUP BY ALL
),
peak AS (
  SELECT community_id, launch_id, channel, sku, max(units)::BIGINT AS units FROM (
    SELECT community_id, launch_id, channel, sku, seconds, sum(quantity) AS units
    FROM event WHERE kind = 'ordered' GROUP BY ALL)
  GROUP BY ALL
),
running AS (
  SELECT e.*, t.units_offered AS offered, sum(quantity) OVER so_far AS units,
    sum(CASE WHEN kind = 'paid' THEN amount ELSE 0 END) OVER so_far AS money
  FROM event e JOIN total t USING (community_id, launch_id, channel, sku)
  WHERE e.kind IN ('ordered', 'paid')
  WINDOW so_far AS (
    PARTITION BY community_id, launch_id, channel, sku, kind ORDER BY e.event_ts, e.event_id
    ROWS UNBOUNDED PRECEDING)
),
milestone AS (
  SELECT community_id, launch_id, channel, sku,
    min(seconds) FILTER (WHERE kind = 'ordered' AND offered > 0 AND units >= offered) AS allocated,
    min(seconds) FILTER (WHERE kind = 'paid' AND offered > 0 AND units >= offered) AS sold,
    min(seconds) FILTER (WHERE kind = 'paid' AND money >= 100000000) AS hundred
  FROM running GROUP BY ALL
)
SELECT community_id, launch_id, channel, sku, opening_ts AS opens_ts, currency,
  coalesce(reservers, 0) AS reservers, reservations, units_offered, units_ordered, units_paid,
  units_cancelled, units_returned, rejections, payment_failures, coalesce(buyers, 0) AS buyers,
  coalesce(reserved_buyers, 0) AS reserved_buyers,
  reservations / nullif(units_offered, 0) AS over_subscription,
  reserved_buyers / nullif(ever_reserved, 0) AS reservation_conversion_rate,
  (buyers - reserved_buyers) / nullif(buyers, 0) AS no_reserve_buyer_rate,
  units_paid / nullif(units_offered, 0) AS sell_through_rate,
  allocated AS allocated_out_seconds, sold AS sell_out_seconds,
  coalesce(peak.units, 0) AS units_per_second_peak,
  CASE WHEN units_ordered > 0 THEN units_ordered / greatest(last_order, 1) END
    AS units_per_second_mean,
  ordered_amount, paid_amount, returned_amount, hundred AS seconds_to_100_million
FROM total
LEFT JOIN people USING (community_id, launch_id, channel, sku)
LEFT JOIN peak USING (community_id, launch_id, channel, sku)
LEFT JOIN milestone USING (community_id, launch_id, channel, sku)
