-- Weeks from the ISO calendar; the weight folded over each edge's list of weeks.
WITH week AS (
  SELECT community_id, (event_date - (isodow(event_date) - 1)::INT)::DATE AS week_date,
    source_number, target_number, channel,
    count(*) FILTER (WHERE kind = 'reply') AS replies,
    count(*) FILTER (WHERE kind = 'comment') AS comments,
    count(*) FILTER (WHERE kind = 'accept') AS accepts,
    count(*) FILTER (WHERE kind = 'repost') AS reposts,
    count(*) FILTER (WHERE kind = 'share') AS shares,
    count(*) FILTER (WHERE kind = 'mention') AS mentions,
    count(*) FILTER (WHERE kind = 'reaction') AS reactions,
    count(*) FILTER (WHERE kind = 'message') AS messages,
    count(*) FILTER (WHERE kind = 'service') AS services,
    count(*) FILTER (WHERE kind = 'follow') AS follows,
    count(*) FILTER (WHERE kind = 'unfollow') AS unfollows,
    count(*) FILTER (WHERE kind = 'friend') AS friends,
    count(*) FILTER (WHERE kind = 'unfriend') AS unfriends,
    count(*) FILTER (WHERE kind = 'meet') AS meets,
    count(*) FILTER (WHERE kind = 'referral') AS referrals,
    count(*) FILTER (WHERE kind NOT IN ('unfollow', 'unfriend')) AS contacts,
    min(event_ts) AS week_first, max(event_ts) AS last_ts
  FROM core.fact_interaction GROUP BY ALL
),
history AS (
  SELECT *, min(week_first) OVER edge AS first_ts,
    list({'d': week_date, 'm': contacts * 1000000.0::DOUBLE}) OVER edge AS weeks
  FROM week
  WINDOW edge AS (
    PARTITION BY community_id, source_number, target_number, channel ORDER BY week_date
    ROWS UNBOUNDED PRECEDING)
)
SELECT h.* EXCLUDE (week_first, weeks),
  list_reduce(weeks, lambda past, week: {
    'd': week.d,
    'm': floor(past.m * pow(2.0::DOUBLE, (past.d - week.d)::DOUBLE / c.edge_half_life_days)) + week.m
  }).m / 1000000 AS weight
FROM history h JOIN core.dim_community c USING (community_id)
