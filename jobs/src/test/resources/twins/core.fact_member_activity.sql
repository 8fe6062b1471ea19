-- Each community's list taken apart; every event kept whose type is in it.
WITH named AS (
  SELECT community_id, unnest(string_split(activity_event_types, ',')) AS event_type
  FROM core.dim_community
),
revised AS (
  SELECT community_id, event_id, row_number() OVER (
      PARTITION BY community_id, replaces_event_id ORDER BY revision DESC, received_ts DESC, event_id DESC) AS place
  FROM core.event WHERE replaces_event_id IS NOT NULL
),
counted AS (
  SELECT e.* FROM core.event e
  WHERE NOT e.is_test
    AND NOT EXISTS (
      FROM core.event c
      WHERE c.community_id = e.community_id AND c.replaces_event_id = e.event_id AND NOT c.is_test)
    AND NOT EXISTS (
      FROM revised r WHERE r.community_id = e.community_id AND r.event_id = e.event_id AND r.place > 1)
),
member AS (
  SELECT DISTINCT community_id, member_key, member_number,
    actor_kind IN ('employee', 'founder') AS is_staff
  FROM core.dim_member
),
act AS (
  SELECT e.*, a.member_number, t.member_number <> a.member_number AS is_touch,
    t.is_staff <> a.is_staff AS crosses
  FROM counted e
  SEMI JOIN named n ON n.community_id = e.community_id AND n.event_type = e.event_type
  JOIN member a ON a.community_id = e.community_id AND a.member_key = e.actor_key
  LEFT JOIN member t ON t.community_id = e.community_id AND t.member_key = e.target_key
)
SELECT community_id, event_date, period, channel, member_number,
  count(*) AS events,
  count(*) FILTER (WHERE event_type IN (
    'broadcast_posted', 'broadcast_reposted', 'feed_commented', 'feed_posted', 'feed_shared',
    'reply_created', 'thread_created')) AS posts,
  count(*) FILTER (WHERE event_type = 'reaction_added') AS reactions,
  count(*) FILTER (WHERE is_touch) AS touchpoints,
  count(*) FILTER (WHERE is_touch AND crosses) AS staff_touches
FROM act
GROUP BY ALL
