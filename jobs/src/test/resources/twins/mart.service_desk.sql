-- Tickets and touches counted apart and joined; headcounts by an as-of join per department.
WITH ticket AS (
  SELECT community_id, event_date, channel, count(*) AS tickets,
    count(first_reply_ts) AS answered, count(closed_ts) AS closed,
    quantile_disc((epoch_us(first_reply_ts) - epoch_us(opened_ts)) // 1000000, 0.5) AS response_50,
    quantile_disc((epoch_us(first_reply_ts) - epoch_us(opened_ts)) // 1000000, 0.9) AS response_90,
    quantile_disc((epoch_us(closed_ts) - epoch_us(opened_ts)) // 1000000, 0.5) AS resolution_50,
    quantile_disc((epoch_us(closed_ts) - epoch_us(opened_ts)) // 1000000, 0.9) AS resolution_90,
    count(score) AS scored, coalesce(sum(score), 0)::BIGINT AS scores
  FROM core.fact_ticket WHERE opened_ts IS NOT NULL GROUP BY ALL
),
person AS (
  SELECT DISTINCT community_id, member_number, actor_kind FROM core.dim_member WHERE is_current
),
touch AS (
  SELECT i.community_id, i.event_date, i.channel, count(*) AS touches,
    count(*) FILTER (WHERE s.actor_kind = 'founder') AS founder_touches,
    count(DISTINCT s.member_number) AS staff,
    count(DISTINCT s.member_number) FILTER (WHERE s.actor_kind = 'founder') AS founders
  FROM core.fact_interaction i
  JOIN person s ON s.community_id = i.community_id AND s.member_number = i.source_number
    AND s.actor_kind IN ('employee', 'founder')
  JOIN person t ON t.community_id = i.community_id AND t.member_number = i.target_number
    AND t.actor_kind NOT IN ('employee', 'founder', 'bot')
  WHERE i.kind NOT IN ('unfollow', 'unfriend')
  GROUP BY ALL
),
day AS (
  SELECT DISTINCT community_id, event_date, community_members FROM mart.tie_funnel
),
recorded AS (
  SELECT community_id, department, event_date, arg_max(headcount, (event_ts, event_id)) AS headcount
  FROM core.fact_staffing GROUP BY ALL
),
department AS (
  SELECT DISTINCT community_id, department FROM recorded
),
staff AS (
  SELECT d.community_id, d.event_date, sum(r.headcount)::BIGINT AS headcount
  FROM day d JOIN department p ON p.community_id = d.community_id
  ASOF JOIN recorded r ON r.community_id = d.community_id AND r.department = p.department
    AND r.event_date <= d.event_date
  GROUP BY ALL
)
SELECT community_id, event_date, channel, coalesce(tickets, 0) AS tickets,
  coalesce(answered, 0) AS answered_tickets,
  coalesce(tickets - answered, 0) AS unanswered, (tickets - answered) / tickets AS unanswered_rate,
  response_50 AS first_response_seconds_p50, response_90 AS first_response_seconds_p90,
  coalesce(closed, 0) AS closed_tickets,
  resolution_50 AS resolution_seconds_p50, resolution_90 AS resolution_seconds_p90,
  coalesce(scored, 0) AS scored_tickets, coalesce(scores, 0) AS score_sum,
  CASE WHEN scored > 0 THEN scores / scored END AS score_mean,
  coalesce(touches, 0) AS touches_by_staff, coalesce(founder_touches, 0) AS founder_touches,
  coalesce(staff, 0) AS active_staff, coalesce(founders, 0) AS active_founders,
  community_members, headcount AS staff_headcount,
  CASE WHEN headcount > 0 THEN community_members / headcount END AS members_per_staff
FROM ticket FULL JOIN touch USING (community_id, event_date, channel)
LEFT JOIN day USING (community_id, event_date)
LEFT JOIN staff USING (community_id, event_date)
