-- Every thread joined with every answer to it, then counted; staff posts counted apart.
WITH post AS (
  SELECT *, coalesce(topic, 'unknown') AS subject,
    author_kind IN ('employee', 'founder') AS is_staff,
    event_type IN ('reply_created', 'feed_commented', 'service_replied') AS is_answer
  FROM core.fact_post WHERE NOT is_removed AND author_kind <> 'bot'
),
opening AS (
  SELECT * FROM post
  WHERE event_type IN ('thread_created', 'service_ticket_opened') AND post_id = thread_id
),
answer AS (
  SELECT o.community_id, o.thread_id, a.posted_ts - o.posted_ts AS wait,
    a.posted_ts, o.posted_ts AS opened_ts, a.is_staff
  FROM opening o JOIN post a ON a.community_id = o.community_id AND a.thread_id = o.thread_id
    AND a.is_answer AND a.posted_ts >= o.posted_ts
    AND a.author_number IS DISTINCT FROM o.author_number
),
answered AS (
  SELECT community_id, thread_id, count(*) AS responses, count(*) FILTER (WHERE is_staff) AS staff,
    floor((epoch_us(min(posted_ts)) - epoch_us(min(opened_ts))) / 1000000)::BIGINT AS seconds
  FROM answer GROUP BY ALL
),
thread AS (
  SELECT o.community_id, o.event_date, o.channel, o.subject, count(*) AS threads,
    count(*) FILTER (WHERE a.thread_id IS NULL) AS unanswered,
    quantile_disc(a.seconds, 0.5) AS p50, quantile_disc(a.seconds, 0.9) AS p90,
    coalesce(sum(a.responses), 0)::BIGINT AS responses, coalesce(sum(a.staff), 0)::BIGINT AS staff,
    count(*) FILTER (WHERE o.is_essence) AS essence
  FROM opening o
  LEFT JOIN answered a ON a.community_id = o.community_id AND a.thread_id = o.thread_id
  GROUP BY ALL
),
work AS (
  SELECT community_id, event_date, channel, subject,
    count(*) FILTER (WHERE is_answer) AS service_posts,
    count(*) FILTER (WHERE NOT is_answer AND event_type <> 'service_ticket_opened') AS content_posts
  FROM post WHERE is_staff GROUP BY ALL
),
joined AS (
  SELECT community_id, event_date, channel, subject, coalesce(threads, 0) AS threads,
    coalesce(unanswered, 0) AS unanswered, p50, p90, coalesce(responses, 0) AS responses,
    coalesce(staff, 0) AS staff, coalesce(essence, 0) AS essence,
    coalesce(service_posts, 0) AS service_posts, coalesce(content_posts, 0) AS content_posts
  FROM thread FULL JOIN work USING (community_id, event_date, channel, subject)
)
SELECT community_id, event_date, channel, subject AS topic, threads, unanswered,
  unanswered / nullif(threads, 0) AS unanswered_rate,
  p50 AS first_response_seconds_p50, p90 AS first_response_seconds_p90,
  responses, staff AS staff_responses, responses - staff AS fan_responses,
  staff / nullif(responses, 0) AS staff_response_rate,
  essence AS essence_threads, essence / nullif(threads, 0) AS essence_rate,
  service_posts, content_posts, service_posts / nullif(content_posts, 0) AS service_content_ratio
FROM joined
