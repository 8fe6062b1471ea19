SELECT community_id, period, reason, coalesce(event_type, 'unknown') AS event_type,
  sum(rejected_count) AS rejected_count, count(DISTINCT source_file) AS source_files,
  first(source_file ORDER BY source_file, source_offset) AS example_file,
  first(source_offset ORDER BY source_file, source_offset) AS example_offset
FROM core.rejected_event GROUP BY ALL
