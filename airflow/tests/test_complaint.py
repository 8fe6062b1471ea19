"""Which lines of standard error are shown as the reason of a failure."""

from __future__ import annotations

from groundswell_airflow.complaint import last_sentence


def test_the_last_sentence_is_taken_with_its_advice():
    lines = ["reading", "mart_x: 3 of 41 rows break 'a'", "  example: {a: 1}", "  Maybe: rerun facts"]
    assert last_sentence(lines) == "\n".join(lines[1:])


def test_stack_frames_and_log_lines_are_no_sentences():
    lines = [
        "Cannot read /data: it is a file",
        "\tat groundswell.runner.Main.main(Main.java:12)",
        "\t... 12 more",
        '{"level":"info","message":"stopped"}',
        "26/03/14 02:00:01 INFO ShutdownHookManager: Deleting directory /tmp/spark-1",
        "2026-03-14T02:00:01Z INFO stopped",
        "",
    ]
    assert last_sentence(lines) == "Cannot read /data: it is a file"


def test_silence_is_said():
    assert last_sentence(["", "  "]) == "it said nothing on standard error"


def test_advice_without_a_first_line_is_shown_as_it_is():
    assert last_sentence(["  Maybe: rerun"]) == "  Maybe: rerun"
