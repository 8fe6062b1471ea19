-- Straight from the events: the first answer by a lateral look-up, the first arrival by rank.
WITH event AS (
  SELECT e.*, a.member_number AS actor_number FROM core.event e
  LEFT JOIN core.dim_member a ON a.community_id = e.community_id AND a.member_key = e.actor_key AND a.is_current
  WHERE NOT is_test AND event_type IN ('meetup_attended', 'recognition_given', 'content_exposed',
      'service_ticket_opened', 'service_replied')
    AND NOT EXISTS (
      FROM core.event c
      WHERE c.community_id = e.community_id AND c.replaces_event_id = e.event_id AND NOT c.is_test)
  QUALIFY e.replaces_event_id IS NULL OR row_number() OVER (
    PARTITION BY e.community_id, e.replaces_event_id
    ORDER BY revision DESC, received_ts DESC, event_id DESC) = 1
),
answer AS (
  SELECT r.* REPLACE (k.member_number AS actor_number),
    epoch_us(r.event_ts) - epoch_us(k.opened_ts) AS micros
  FROM core.fact_ticket k
  JOIN event r ON r.community_id = k.community_id AND r.ticket_id = k.ticket_id
    AND r.event_type = 'service_replied' AND r.event_ts >= k.opened_ts AND r.actor_kind <> 'bot'
    AND (r.actor_number IS NULL OR r.actor_number IS DISTINCT FROM k.member_number)
  QUALIFY row_number() OVER (PARTITION BY k.community_id, k.ticket_id ORDER BY r.event_ts, r.event_id) = 1
),
arrival AS (
  SELECT * FROM event WHERE event_type = 'meetup_attended'
  QUALIFY row_number() OVER (
    PARTITION BY community_id, actor_number, coalesce(meetup_id, object_id, event_id)
    ORDER BY event_ts, event_id) = 1
),
touch AS (
  SELECT * EXCLUDE (micros),
    CASE WHEN micros <= 3600000000 THEN 'service_reply_hour' ELSE 'service_reply_later' END AS touch_kind
  FROM answer
  UNION ALL SELECT *, 'meetup' FROM arrival
  UNION ALL SELECT *, CASE event_type WHEN 'recognition_given' THEN 'recognition' ELSE 'exposure' END
  FROM event WHERE event_type IN ('recognition_given', 'content_exposed')
)
SELECT community_id, event_date, period, actor_number AS member_number, touch_kind, channel, event_ts, event_id
FROM touch WHERE actor_number IS NOT NULL
