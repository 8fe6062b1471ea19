-- Guests by aggregates over the events; ties by a self-join of those who came; days by a semi-join.
WITH person AS (
  SELECT community_id, member_number, actor_kind, joined_date,
    actor_kind IN ('employee', 'founder') AS is_staff
  FROM core.dim_member WHERE is_current
),
meetup AS (
  SELECT community_id, meetup_id,
    arg_max(organiser_kind, (event_ts, event_id)) FILTER (WHERE organiser_kind <> 'unknown') AS organiser,
    arg_max(city, (event_ts, event_id)) FILTER (WHERE city IS NOT NULL) AS city,
    min(event_ts) FILTER (WHERE kind = 'announced') AS announced_ts,
    arg_max(amount, (event_ts, event_id)) FILTER (WHERE amount IS NOT NULL) AS cost,
    arg_max(currency, (event_ts, event_id)) FILTER (WHERE amount IS NOT NULL) AS currency,
    min(event_ts) FILTER (WHERE kind = 'attended') AS starts_ts,
    arg_min(event_date, (event_ts, event_id)) FILTER (WHERE kind = 'attended') AS meetup_date
  FROM core.fact_meetup_event GROUP BY ALL
),
guest AS (
  SELECT e.community_id, e.meetup_id, e.member_number, coalesce(p.is_staff, false) AS is_staff,
    any_value(p.joined_date) AS joined_date,
    bool_or(kind = 'attended') AS came,
    coalesce(arg_max(kind = 'rsvp_yes', (event_ts, event_id)) FILTER (WHERE kind LIKE 'rsvp%'), false) AS yes
  FROM core.fact_meetup_event e LEFT JOIN person p USING (community_id, member_number)
  WHERE kind <> 'announced' AND e.member_number IS NOT NULL AND coalesce(p.actor_kind <> 'bot', true)
  GROUP BY ALL
),
member AS (
  SELECT g.*, m.meetup_date, m.starts_ts,
    came AND (joined_date IS NULL OR joined_date >= m.meetup_date - 28) AS is_new,
    EXISTS (SELECT 1 FROM core.fact_member_activity a
      WHERE a.community_id = g.community_id AND a.member_number = g.member_number
        AND a.event_date > m.meetup_date AND a.event_date <= m.meetup_date + 28) AS is_active
  FROM guest g JOIN meetup m USING (community_id, meetup_id)
  WHERE NOT is_staff
),
contact AS (
  SELECT community_id, least(source_number, target_number) AS one,
    greatest(source_number, target_number) AS other, event_ts,
    kind NOT IN ('meet', 'unfollow', 'unfriend') AS is_word
  FROM core.fact_interaction
),
tie AS (
  SELECT a.community_id, a.meetup_id, a.member_number AS one, b.member_number AS other
  FROM member a
  JOIN member b ON b.community_id = a.community_id AND b.meetup_id = a.meetup_id
    AND b.member_number > a.member_number AND a.came AND b.came
  JOIN contact c ON c.community_id = a.community_id AND c.one = a.member_number
    AND c.other = b.member_number
  GROUP BY ALL
  HAVING min(c.event_ts) >= min(a.starts_ts) AND coalesce(bool_or(
    c.is_word AND epoch_us(c.event_ts) - epoch_us(a.starts_ts) BETWEEN 0 AND 1209600000000), false)
),
total AS (
  SELECT community_id, meetup_id, count(*) FILTER (WHERE yes) AS yes,
    count(*) FILTER (WHERE yes AND came) AS yes_came, count(*) FILTER (WHERE came) AS came,
    count(*) FILTER (WHERE is_new) AS newcomers, count(*) FILTER (WHERE yes AND NOT came) AS no_shows,
    count(*) FILTER (WHERE came AND is_active) AS came_active,
    count(*) FILTER (WHERE yes AND NOT came AND is_active) AS absent_active
  FROM member GROUP BY ALL
),
joined AS (
  SELECT m.*, coalesce(yes, 0) AS yes, coalesce(yes_came, 0) AS yes_came, coalesce(came, 0) AS came,
    coalesce(newcomers, 0) AS newcomers, coalesce(no_shows, 0) AS no_shows,
    coalesce(came_active, 0) AS came_active,
    CASE WHEN meetup_date IS NOT NULL THEN coalesce(absent_active, 0) END AS absent_active,
    (SELECT count(*) FROM guest g WHERE g.community_id = m.community_id
      AND g.meetup_id = m.meetup_id AND g.is_staff AND g.came) AS staff,
    (SELECT count(*) FROM tie t WHERE t.community_id = m.community_id
      AND t.meetup_id = m.meetup_id) AS ties,
    (SELECT max(event_date) FROM mart.tie_funnel f WHERE f.community_id = m.community_id) AS last_date,
    1.959963984540054::DOUBLE AS z, nullif(coalesce(yes, 0), 0)::DOUBLE AS n
  FROM meetup m LEFT JOIN total t USING (community_id, meetup_id)
)
SELECT community_id, meetup_id, coalesce(organiser, 'unknown') AS organiser_kind, city, announced_ts,
  meetup_date, yes AS rsvp_yes, yes_came AS rsvp_yes_attended, yes_came / n AS show_rate,
  CASE WHEN n IS NULL THEN NULL WHEN yes_came = 0 THEN 0 ELSE
    (yes_came + z * z / 2 - z * sqrt(yes_came * (n - yes_came) / n + z * z / 4)) / (n + z * z) END
    AS show_low,
  CASE WHEN n IS NULL THEN NULL WHEN yes_came = n THEN 1 ELSE
    (yes_came + z * z / 2 + z * sqrt(yes_came * (n - yes_came) / n + z * z / 4)) / (n + z * z) END
    AS show_high,
  came AS attended, staff AS staff_attended, newcomers,
  CASE WHEN came > 0 THEN newcomers / came END AS newcomer_rate, cost, currency,
  CASE WHEN came > 0 THEN cost::DOUBLE / came END AS cost_per_attendee, ties AS new_ties,
  came_active AS attended_active_after,
  CASE WHEN came > 0 THEN came_active / came END AS attended_active_after_rate, no_shows,
  absent_active AS no_shows_active_after,
  CASE WHEN no_shows > 0 THEN absent_active / no_shows END AS no_shows_active_after_rate,
  CASE WHEN came > 0 AND no_shows > 0 AND absent_active > 0
    THEN (came_active / came) / (absent_active / no_shows) END AS active_after_lift,
  coalesce(last_date - meetup_date < 28, true) AS is_censored
FROM joined
