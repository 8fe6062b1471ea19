WITH day AS (
  SELECT community_id, event_date, max(latest_received_ts) AS latest_received_ts
  FROM core.fact_arrival GROUP BY ALL
),
wait AS (
  SELECT *, lead(event_date) OVER (PARTITION BY community_id ORDER BY event_date) AS next_event_date
  FROM day
),
usual AS (
  SELECT *, next_event_date - event_date AS wait_days, count(*) OVER w AS usual_days,
    CASE WHEN count(*) OVER w >= 4
      THEN CAST(quantile_cont(next_event_date - event_date, 0.5) OVER w AS DOUBLE) END AS usual_wait_days
  FROM wait
  WINDOW w AS (PARTITION BY community_id, isodow(event_date) ORDER BY event_date
    ROWS BETWEEN 8 PRECEDING AND 1 PRECEDING)
),
due AS (
  SELECT *, event_date + CAST(ceil(2 * usual_wait_days) AS INT) AS warn_after_date,
    event_date + CAST(ceil(4 * usual_wait_days) AS INT) AS fail_after_date
  FROM usual
)
SELECT *, CASE WHEN next_event_date IS NULL THEN 'open' WHEN usual_wait_days IS NULL THEN 'unknown'
    WHEN next_event_date > fail_after_date THEN 'fail' WHEN next_event_date > warn_after_date THEN 'warn'
    ELSE 'ok' END AS health_state
FROM due
