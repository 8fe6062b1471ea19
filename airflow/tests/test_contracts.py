"""The data contracts against the published schema of their standard."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
import yaml
from conftest import ROOT
from jsonschema import validators

CONTRACTS = sorted((ROOT / "schemas/src/main/resources/contracts").glob("*.odcs.yaml"))


@pytest.fixture(scope="module")
def standard():
    schema = json.loads(files("open_data_contract_standard").joinpath("schema.json").read_text())
    return validators.validator_for(schema)(schema)


def test_there_are_contracts():
    assert CONTRACTS


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.name.removesuffix(".odcs.yaml"))
def test_the_contract_keeps_to_the_open_standard(path, standard):
    contract = yaml.safe_load(path.read_text())
    assert [f"{e.json_path}: {e.message}" for e in standard.iter_errors(contract)] == []
