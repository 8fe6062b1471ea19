-- Running totals by joining each step with all earlier ones.
WITH opening AS (
  SELECT community_id, launch_id, epoch_us(coalesce(min(opens_ts),
    min(event_ts) FILTER (WHERE kind = 'stocked'),
    min(event_ts) FILTER (WHERE kind = 'ordered'))) AS micros
  FROM core.fact_launch_event GROUP BY ALL
),
event AS (
  SELECT e.*, floor((epoch_us(event_ts) - micros) / 1000000)::BIGINT AS s
  FROM core.fact_launch_event e JOIN opening USING (community_id, launch_id)
  WHERE kind IN ('ordered', 'paid', 'rejected') AND micros IS NOT NULL
),
step AS (
  SELECT community_id, launch_id,
    CASE WHEN s BETWEEN 0 AND 3599 THEN s ELSE (floor(s / 60) * 60)::BIGINT END AS offset_seconds,
    coalesce(sum(quantity) FILTER (WHERE kind = 'ordered'), 0)::BIGINT AS ordered,
    coalesce(sum(quantity) FILTER (WHERE kind = 'paid'), 0)::BIGINT AS paid,
    count(*) FILTER (WHERE kind = 'rejected') AS rejected
  FROM event GROUP BY ALL
)
SELECT a.community_id, a.launch_id, a.offset_seconds,
  CASE WHEN a.offset_seconds BETWEEN 0 AND 3599 THEN 1 ELSE 60 END AS step_seconds,
  a.ordered AS units_ordered, a.paid AS units_paid, a.rejected AS rejections,
  sum(b.ordered)::BIGINT AS cumulative_ordered, sum(b.paid)::BIGINT AS cumulative_paid,
  sum(b.rejected)::BIGINT AS cumulative_rejections
FROM step a JOIN step b ON b.community_id = a.community_id AND b.launch_id = a.launch_id
  AND b.offset_seconds <= a.offset_seconds
GROUP BY ALL
