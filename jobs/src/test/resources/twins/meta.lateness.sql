WITH bin AS (
  SELECT community_id, CAST(date_trunc('month', event_date) AS DATE) AS month_start_date,
    delay_from_seconds, sum(events) AS events, count(DISTINCT event_date) AS event_days,
    max(latest_received_ts) AS latest_received_ts
  FROM core.fact_arrival GROUP BY ALL
)
SELECT *, CAST(events_at_least AS DOUBLE) / month_events AS exceedance
FROM (
  SELECT b.*,
    (SELECT sum(events) FROM bin m WHERE m.community_id = b.community_id
      AND m.month_start_date = b.month_start_date
      AND m.delay_from_seconds >= b.delay_from_seconds) AS events_at_least,
    (SELECT sum(events) FROM bin m WHERE m.community_id = b.community_id
      AND m.month_start_date = b.month_start_date) AS month_events
  FROM bin b
)
