WITH span AS (
  SELECT community_id, min(event_date) AS first, max(event_date) AS last
  FROM core.fact_arrival GROUP BY community_id
),
day AS (
  SELECT community_id, last, CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE) AS event_date
  FROM span
),
counted AS (
  SELECT community_id, event_date, event_date = last AS is_provisional,
    coalesce((SELECT sum(events) FROM core.fact_arrival a
      WHERE a.community_id = day.community_id AND a.event_date = day.event_date), 0) AS events
  FROM day
),
usual AS (
  SELECT *, count(*) OVER w AS usual_days,
    CASE WHEN count(*) OVER w >= 4 THEN quantile_cont(events, 0.5) OVER w END AS usual_events
  FROM counted
  WINDOW w AS (PARTITION BY community_id, isodow(event_date) ORDER BY event_date
    ROWS BETWEEN 8 PRECEDING AND 1 PRECEDING)
),
band AS (
  SELECT *,
    greatest(least(usual_events / 2, usual_events - 3 * sqrt(usual_events + 1)), 0) AS low,
    greatest(usual_events * 2, usual_events + 3 * sqrt(usual_events + 1)) AS high,
    greatest(least(usual_events / 5, usual_events - 6 * sqrt(usual_events + 1)), 0) AS lowest,
    greatest(usual_events * 5, usual_events + 6 * sqrt(usual_events + 1)) AS highest
  FROM usual
)
SELECT community_id, event_date, events, is_provisional, usual_days, usual_events,
  if(usual_events IS NULL, NULL, low) AS warn_below, if(usual_events IS NULL, NULL, high) AS warn_above,
  if(usual_events IS NULL, NULL, lowest) AS fail_below,
  if(usual_events IS NULL, NULL, highest) AS fail_above,
  CASE WHEN usual_events IS NULL THEN 'unknown'
    WHEN events > highest OR NOT is_provisional AND events < lowest THEN 'fail'
    WHEN events > high OR NOT is_provisional AND events < low THEN 'warn'
    ELSE 'ok' END AS health_state
FROM band
