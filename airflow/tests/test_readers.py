"""Readers that know nothing of us see in the published tables what Spark sees."""

from __future__ import annotations

import math
import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from groundswell_airflow.submit import RUNNER_JAR, SPARK_SUBMIT
from published import Figures, PublishedTable, number, published
from pyiceberg.catalog.sql import SqlCatalog

pytestmark = pytest.mark.timeout(660)  # the first test may wait for the night


@pytest.fixture(scope="module")
def tables(warehouse) -> list[PublishedTable]:
    return published(warehouse)


@pytest.fixture(scope="module")
def catalogue(warehouse) -> SqlCatalog:
    uri = f"sqlite:///{warehouse}/catalog.db"
    return SqlCatalog("gs", uri=uri, warehouse=str(warehouse), init_catalog_tables="false")


@pytest.fixture(scope="module")
def by_duckdb(tables) -> dict[str, Figures]:
    return {table.name: table.by_duckdb() for table in tables if table.files}


@pytest.fixture(scope="module")
def by_spark(tables, tmp_path_factory) -> dict[str, Figures]:
    """What Spark says of the tables, by a job that the provider's own spark-submit runs."""
    folder = tmp_path_factory.mktemp("spark")
    source = Path(__file__).parent / "spark" / "Sums.java"
    _call(["javac", "-cp", str(ROOT / RUNNER_JAR), "-d", str(folder / "classes"), str(source)])
    _call(["jar", "cf", str(folder / "sums.jar"), "-C", str(folder / "classes"), "."])
    words = [word for t in tables if t.files for word in (t.name, t.metadata, ",".join(t.key))]
    job = ["--master", "local[2]", "--class", "Sums", str(folder / "sums.jar"), *words]
    figures: dict[str, Figures] = {}
    for line in _call([str(SPARK_SUBMIT), *job]).splitlines():
        if line.startswith("figure\t"):
            _, table, column, value = line.split("\t")
            figures.setdefault(table, {})[column] = value
    return figures


def test_there_are_marts_with_rows(tables):
    assert sum(t.rows for t in tables if t.name.startswith("mart.")) > 0


def test_all_tables_but_that_of_refused_rows_have_a_key(tables):
    assert {table.name for table in tables if not table.key} <= {"core.rejected_event"}


def test_duckdb_counts_the_rows_that_were_published(tables, by_duckdb):
    assert {name: figures["*"] for name, figures in by_duckdb.items()} == {
        table.name: table.rows for table in tables if table.files
    }
    assert [table.name for table in tables if not table.files and table.rows] == []


def test_pyiceberg_finds_the_published_snapshots_in_the_catalogue(tables, catalogue):
    for table in tables:
        current = catalogue.load_table(table.name).current_snapshot()
        assert current and current.snapshot_id == table.snapshot_id, table.name


def test_pyiceberg_sees_the_same_rows_keys_and_sums_as_duckdb(tables, by_duckdb, catalogue):
    for table in tables:
        if table.files:
            assert_same(table.name, by_duckdb[table.name], table.by_pyiceberg(catalogue))


def test_spark_sees_the_same_rows_keys_and_sums_as_duckdb(by_duckdb, by_spark):
    assert by_spark.keys() == by_duckdb.keys()
    for name, ours in by_duckdb.items():
        theirs = {column: _as(ours.get(column), value) for column, value in by_spark[name].items()}
        assert_same(name, ours, theirs)


def assert_same(table: str, ours: Figures, theirs: Figures) -> None:
    """Counts, integers and decimals are equal; sums of doubles up to the order of adding."""
    assert ours.keys() == theirs.keys(), table
    for column, value in ours.items():
        other = theirs[column]
        same = math.isclose(value, other, rel_tol=1e-9) if _is_double(value, other) else value == other
        assert same, f"{table}.{column}: {value} and {other}"


def _is_double(*values: object) -> bool:
    return all(isinstance(value, float) for value in values)


def _as(like: object, text: str):
    """Spark's printed figure in the type of the other reader's."""
    if text == "null":
        return None
    return float(text) if isinstance(like, float) else number(text)


def _call(command: list[str]) -> str:
    environment = {**os.environ, "GROUNDSWELL_HOME": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=150)
    assert result.returncode == 0, result.stderr[-2000:]
    return result.stdout
