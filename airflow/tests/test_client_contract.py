"""The Java client's calls against the specification inside Airflow's own package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
import yaml
from conftest import ROOT
from jsonschema import Draft202012Validator

RESOURCE = ROOT / "airflow/client/src/test/resources/groundswell/client/calls.json"
CALLS = json.loads(RESOURCE.read_text())
BY_NAME = {call["name"]: call for call in CALLS["calls"]}
_LOADED: dict[str, dict] = {}


def specification(name: str) -> dict[str, Any]:
    """One OpenAPI file of the installed Airflow, read once."""
    if name not in _LOADED:
        text = files("airflow.api_fastapi").joinpath(name).read_text()
        _LOADED[name] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _LOADED[name]


def operation(call: dict[str, Any]) -> dict[str, Any]:
    paths = specification(call["specification"])["paths"]
    assert call["path"] in paths, f"{call['name']}: Airflow has no path {call['path']}"
    return paths[call["path"]][call["method"]]


def schema(call: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """The schema of a body, with the components that it refers to."""
    body = part["content"]["application/json"]["schema"]
    return {**body, "components": specification(call["specification"])["components"]}


def problems(call: dict[str, Any], part: dict[str, Any], value: object) -> list[str]:
    validator = Draft202012Validator(
        schema(call, part), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def property_of(call: dict[str, Any], path: str) -> tuple[dict[str, Any], bool]:
    """The schema of a field of the answer and whether the answer must have it."""
    components = specification(call["specification"])["components"]["schemas"]
    here = operation(call)["responses"][str(call["status"])]["content"]["application/json"]["schema"]
    required = True
    for name in path.split("."):
        here = _resolved(components, here)
        assert name in here["properties"], f"{call['name']}: the answer has no field {path}"
        required = required and name in here.get("required", [])
        here = here["properties"][name]
    return here, required


def _resolved(components: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in part:
        part = next(option for option in part["anyOf"] if "$ref" in option)
    return components[part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part


every_call = pytest.mark.parametrize("call", CALLS["calls"], ids=lambda call: call["name"])


@every_call
def test_the_answer_that_the_fake_server_gives_is_one_that_airflow_could_give(call):
    response = operation(call)["responses"][str(call["status"])]
    assert problems(call, response, call["answer"]) == []


@every_call
def test_the_body_that_the_client_sends_is_one_that_airflow_takes(call):
    body = operation(call).get("requestBody")
    if call["sends"] is None:
        assert body is None
    else:
        assert problems(call, body, call["sends"]) == []


@every_call
def test_every_field_that_the_client_reads_exists(call):
    for path in call["reads"]:
        property_of(call, path)


@every_call
def test_every_field_that_the_client_needs_is_promised(call):
    for path in call["needs"]:
        assert property_of(call, path)[1], f"{call['name']}: {path} may be absent"


def test_a_trigger_must_say_its_logical_date_even_if_there_is_none():
    trigger = BY_NAME["trigger"]
    without = {name: value for name, value in trigger["sends"].items() if name != "logical_date"}
    assert problems(trigger, operation(trigger)["requestBody"], without) != []


def test_the_run_states_are_those_of_the_specification():
    components = specification(BY_NAME["run"]["specification"])["components"]
    assert CALLS["run_states"] == components["schemas"]["DagRunState"]["enum"]


@pytest.mark.parametrize("refusal", CALLS["refusals"], ids=lambda r: f"{r['call']} {r['status']}")
def test_the_refusals_are_those_of_the_specification(refusal):
    call = BY_NAME[refusal["call"]]
    response = operation(call)["responses"][str(refusal["status"])]
    assert problems(call, response, refusal["answer"]) == []
