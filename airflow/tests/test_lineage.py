"""The night's lineage events, read whole by the standard's own library (row 19 of the acceptance table)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lineage import events, snapshot, table
from openlineage.client.event_v2 import RunEvent

OF_THE_PAPERS = {"meta.run", "meta.publication", "meta.contract_status"}  # rows about runs, in no manifest
pytestmark = pytest.mark.timeout(660)  # the first test may wait for the night


@pytest.fixture(scope="module")
def completed(warehouse) -> dict[str, RunEvent]:
    """The last event of every run, in the order in which the runs were published."""
    files = sorted((warehouse / "publish" / "lineage").glob("*.jsonl"))
    return {file.stem: events(file)[-1] for file in files}


def test_row_19_every_run_with_a_manifest_has_events(completed, warehouse):
    manifests = [file.stem for file in sorted((warehouse / "publish" / "runs").glob("*.json"))]
    assert manifests
    assert list(completed) == manifests


def test_row_19_a_run_starts_and_completes(warehouse):
    for file in (warehouse / "publish" / "lineage").glob("*.jsonl"):
        began, ended = events(file)
        assert [began.eventType.value, ended.eventType.value] == ["START", "COMPLETE"], file
        assert began.run.runId == ended.run.runId, file
        assert began.eventTime <= ended.eventTime, file


def test_row_19_the_events_name_the_snapshots_of_the_manifests(completed, warehouse):
    for run, event in completed.items():
        manifest = json.loads((warehouse / "publish" / "runs" / f"{run}.json").read_text())
        outputs = {name: output["snapshot_id"] for name, output in manifest["outputs"].items()}
        inputs = {name: manifest["published"][name] for name in manifest["inputs"]}
        assert {table(it): snapshot(it) for it in event.outputs} == outputs, run
        assert {table(it): snapshot(it) for it in event.inputs if table(it)} == inputs, run


def test_row_19_the_last_events_name_what_is_published(completed, warehouse):
    last = {table(it): snapshot(it) for event in completed.values() for it in event.outputs}
    latest = json.loads((warehouse / "publish" / "latest.json").read_text())["tables"]
    published = {name: int(state["snapshot_id"]) for name, state in latest.items()}
    ours = published.keys() - OF_THE_PAPERS
    assert {name: last[name] for name in ours} == {name: published[name] for name in ours}


def test_row_19_a_table_is_named_by_its_folder(completed, warehouse):
    for event in completed.values():
        for dataset in [*event.inputs, *event.outputs]:
            assert dataset.namespace == "file"
            if name := table(dataset):
                assert Path(dataset.name) == warehouse / Path(*name.split("."))


def test_row_19_columns_come_from_columns_of_the_datasets_of_the_event(completed):
    found = 0
    for event in completed.values():
        datasets = [*event.inputs, *event.outputs]
        columns = {it.name: _columns(it) for it in datasets if table(it)}
        for output in event.outputs:
            if lineage := output.facets.get("columnLineage"):
                assert set(lineage.fields) <= columns[output.name]
                uses = [use for field in lineage.fields.values() for use in field.inputFields]
                for use in [*uses, *lineage.dataset]:
                    assert use.field in columns[use.name], use
                    found += 1
    assert found


def _columns(dataset) -> set[str]:
    return {field.name for field in dataset.facets["schema"].fields}
