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
def by_spark(tables, tmp_path_factory) -> dict[str, Figures]:
    """What Spark says of the marts, by a job that the provider's own spark-submit runs."""
    folder = tmp_path_factory.mktemp("spark")
    source = Path(__file__).parent / "spark" / "Sums.java"
    _call(["javac", "-cp", str(ROOT / RUNNER_JAR), "-d", str(folder / "classes"), str(source)])
    _call(["jar", "cf", str(folder / "sums.jar"), "-C", str(folder / "classes"), "."])
    marts = [word for t in tables if t.name.startswith("mart.") for word in (t.name, t.metadata)]
    job = ["--master", "local[2]", "--class", "Sums", str(folder / "sums.jar"), *marts]
    figures: dict[str, Figures] = {}
    for line in _call([str(SPARK_SUBMIT), *job]).splitlines():
        if line.startswith("figure\t"):
            _, table, column, value = line.split("\t")
            figures.setdefault(table, {})[column] = value
    return figures


def test_there_are_marts_with_rows(tables):
    assert sum(t.rows for t in tables if t.name.startswith("mart.")) > 0


def test_duckdb_counts_the_rows_that_were_published(tables):
    counted = {t.name: t.by_duckdb()["*"] for t in tables if t.files}
    assert counted == {t.name: t.rows for t in tables if t.files}
    assert [t.name for t in tables if not t.files and t.rows] == []


def test_pyiceberg_sees_the_same_rows_and_sums_as_duckdb(tables):
    for table in tables:
        if table.files:
            assert_same(table.name, table.by_duckdb(), table.by_pyiceberg())


def test_pyiceberg_finds_the_published_snapshots_in_the_catalogue(tables, warehouse):
    uri = f"sqlite:///{warehouse}/catalog.db"
    catalogue = SqlCatalog("gs", uri=uri, warehouse=str(warehouse), init_catalog_tables="false")
    for table in tables:
        current = catalogue.load_table(table.name).current_snapshot()
        assert current and current.snapshot_id == table.snapshot_id, table.name


def test_spark_sees_the_same_rows_and_sums_as_duckdb(tables, by_spark):
    marts = [table for table in tables if table.name.startswith("mart.") and table.files]
    assert {table.name for table in marts} <= set(by_spark)
    for table in marts:
        ours = table.by_duckdb()
        theirs = {name: _as(ours.get(name), value) for name, value in by_spark[table.name].items()}
        assert_same(table.name, ours, theirs)


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
