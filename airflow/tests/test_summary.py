"""What a job's summary must look like."""

from __future__ import annotations

import json
import re

import pytest
from groundswell_airflow.summary import Summary

GOOD = {
    "stage": "marts",
    "rows_in": 10,
    "rows_out": 4,
    "rejected": 0,
    "seconds": 1.5,
    "published": ["mart.activity_daily"],
    "run_id": "r1",
}


def test_a_summary_is_read_and_given_back_small():
    line = json.dumps({**GOOD, "tables": ["m01"] * 100})
    assert Summary.parse(line, "marts").as_dict() == GOOD


@pytest.mark.parametrize("line", ["", "done", "[1]", "null", '{"stage": "marts"'])
def test_a_last_line_that_is_no_object_is_refused(line):
    with pytest.raises(ValueError, match="marts: the last line on standard output must be one JSON"):
        Summary.parse(line, "marts")


@pytest.mark.parametrize("field", ["published", "run_id"])
def test_a_job_need_not_say_what_it_published_or_what_its_run_is_called(field):
    said = {name: value for name, value in GOOD.items() if name != field}
    assert Summary.parse(json.dumps(said), "marts").as_dict() == said


@pytest.mark.parametrize("field", ["stage", "rows_in", "rows_out", "rejected", "seconds"])
def test_each_other_field_must_be_there(field):
    line = json.dumps({name: value for name, value in GOOD.items() if name != field})
    with pytest.raises(ValueError, match=f"summary lacks '{field}'"):
        Summary.parse(line, "marts")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rows_in", -1),
        ("rows_out", 1.5),
        ("rejected", True),
        ("rejected", "0"),
        ("seconds", -0.1),
        ("seconds", float("nan")),
        ("seconds", float("inf")),
        ("published", True),
        ("published", "mart.activity_daily"),
        ("published", [""]),
        ("run_id", ""),
    ],
)
def test_a_wrong_value_is_refused_with_the_value(field, value):
    with pytest.raises(ValueError, match=f"marts: {field} must be .* but is {re.escape(repr(value))}"):
        Summary.parse(json.dumps({**GOOD, field: value}), "marts")


def test_the_summary_of_another_stage_is_refused():
    with pytest.raises(ValueError, match="must be of stage 'facts' but says 'marts'"):
        Summary.parse(json.dumps(GOOD), "facts")
