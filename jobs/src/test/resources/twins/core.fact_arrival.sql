SELECT community_id, event_date, period, delay_from_seconds, count(*) AS events,
  max(received_ts) AS latest_received_ts
FROM (
  SELECT *, CASE WHEN late < 3600 THEN 0 WHEN late < 86400 THEN 3600
      ELSE 86400 * CAST(2 ** least(floor(log2(late // 86400)), 9) AS BIGINT) END AS delay_from_seconds
  FROM (SELECT *, CAST(floor(epoch(received_ts)) - floor(epoch(event_ts)) AS BIGINT) AS late
    FROM core.event)
)
GROUP BY ALL
