"""Which words a stage puts on the command line, and what it refuses."""

from __future__ import annotations

import pytest
from groundswell_airflow.stage import STAGES, Stage

INGEST = {"source": "source.yaml", "input": "/data", "day": "2026-03-14"}


def test_ingest_names_its_source_its_input_and_its_day():
    assert Stage.of("ingest").command_line(INGEST) == [
        *("ingest", "--source", "source.yaml", "--input", "/data", "--day", "2026-03-14")
    ]


@pytest.mark.parametrize("stage", ["simulate", "plan", "report"])
def test_a_scenario_is_given_as_it_is(stage):
    assert Stage.of(stage).command_line({"scenario": "a b.yaml"}) == [stage, "a b.yaml"]


def test_the_stages_are_the_seven_words_of_the_route():
    assert list(STAGES) == ["ingest", "facts", "marts", "calibrate", "simulate", "plan", "report"]


def test_a_stage_that_is_none_is_refused_with_the_list():
    with pytest.raises(ValueError, match="stage must be one of ingest, facts, .* but is 'mart'"):
        Stage.of("mart")


def test_an_argument_that_a_stage_does_not_know_is_refused_with_what_it_takes():
    with pytest.raises(ValueError, match="stage 'marts' has no argument 'source'; it takes day"):
        Stage.of("marts").check_names({"source": "x"})


def test_a_missing_argument_is_named():
    with pytest.raises(ValueError, match="stage 'ingest' needs the argument 'input'"):
        Stage.of("ingest").check_names({"source": "x"})


@pytest.mark.parametrize("day", ["", "14.03.2026", "2026-3-14", "2026-02-30", "20260314", "None"])
def test_a_day_that_is_none_is_refused_with_its_value(day):
    with pytest.raises(ValueError, match="ingest: argument 'day' .*, but is " + repr(day)):
        Stage.of("ingest").command_line({**INGEST, "day": day})


@pytest.mark.parametrize("path", ["", "--config", "  "])
def test_a_path_cannot_become_an_option(path):
    with pytest.raises(ValueError, match="argument 'input' must"):
        Stage.of("ingest").command_line({**INGEST, "input": path})
