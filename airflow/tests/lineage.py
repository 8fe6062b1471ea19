"""Reads the lineage events of a run into the types of openlineage-python; refuses what they do not know."""

from __future__ import annotations

import json
import types
import typing
from enum import Enum
from pathlib import Path

import attr
from openlineage.client.event_v2 import InputDataset, OutputDataset, RunEvent
from openlineage.client.facet_v2 import (
    column_lineage_dataset,
    dataset_version_dataset,
    documentation_dataset,
    job_type_job,
    output_statistics_output_dataset,
    schema_dataset,
    symlinks_dataset,
)

FACETS = {
    "columnLineage": column_lineage_dataset.ColumnLineageDatasetFacet,
    "documentation": documentation_dataset.DocumentationDatasetFacet,
    "jobType": job_type_job.JobTypeJobFacet,
    "outputStatistics": output_statistics_output_dataset.OutputStatisticsOutputDatasetFacet,
    "schema": schema_dataset.SchemaDatasetFacet,
    "symlinks": symlinks_dataset.SymlinksDatasetFacet,
    "version": dataset_version_dataset.DatasetVersionDatasetFacet,
}


def events(file: Path) -> list[RunEvent]:
    """The events of one run, each of which says all that its line says."""
    return [_whole(json.loads(line)) for line in file.read_text().splitlines()]


def table(dataset: InputDataset | OutputDataset) -> str | None:
    """The table's name in the catalogue; None for files."""
    symlinks = dataset.facets.get("symlinks")
    return symlinks.identifiers[0].name if symlinks else None


def snapshot(dataset: InputDataset | OutputDataset) -> int:
    return int(dataset.facets["version"].datasetVersion)


def _whole(line: dict) -> RunEvent:
    event = _made(RunEvent, line)
    assert _bare(attr.asdict(event)) == _bare(line)
    return event


def _made(kind, value):
    """The value as the type that the annotation names."""
    if value is None or kind in (None, str, int, float, bool, typing.Any):
        return value
    parts = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _made(next(part for part in parts if part is not type(None)), value)
    if origin is list:
        return [_made(parts[0], item) for item in value]
    if origin is dict:
        return {name: _made(FACETS.get(name, parts[1]), item) for name, item in value.items()}
    return kind(value) if issubclass(kind, Enum) else _object(kind, value)


def _object(kind, value: dict):
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in attr.fields(kind)}
    arguments = {}
    for name, part in value.items():
        field = fields.get(name)
        if field is None or field.init:  # what the type does not know, it refuses
            arguments[field.alias if field else name] = _made(hints.get(name), part)
    return kind(**arguments)


def _bare(value):
    """The same without what is empty: None, {} and [] say nothing."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        parts = {name: _bare(part) for name, part in value.items()}
        return {name: part for name, part in parts.items() if part not in (None, {}, [])}
    return [_bare(part) for part in value] if isinstance(value, list) else value
