"""One Airflow home for all tests, made before Airflow is imported; a launcher that plays jobs."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from night import Airflow, airflow_at

ROOT = Path(__file__).resolve().parents[2]
DAY = "2010-12-01"
AFTER_THE_DAY = "2010-12-02T02:00:00"  # when the schedule works on that day

for name in [name for name in os.environ if name.startswith("AIRFLOW")]:
    del os.environ[name]
_HOME = tempfile.TemporaryDirectory(prefix="groundswell-airflow-")
os.environ["AIRFLOW_HOME"] = _HOME.name
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(ROOT / "airflow" / "dags")


@pytest.fixture
def launcher(tmp_path: Path) -> Callable[[str], str]:
    """Writes a stand-in for spark-submit from the lines of a shell script; returns its path."""

    def write(script: str) -> str:
        path = tmp_path / "spark-submit"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return write


@dataclass(frozen=True)
class Night:
    """One night that has run, and the warehouse that it published."""

    airflow: Airflow
    warehouse: Path
    log: str


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    """`airflow dags test groundswell_daily` over the shop's first day, with real jobs."""
    from groundswell_airflow.submit import RUNNER_JAR  # Airflow may only be imported by now

    if not (ROOT / RUNNER_JAR).is_file():
        pytest.skip("the jobs are not built; run './groundswell build' first")
    folder = tmp_path_factory.mktemp("night")
    shop = ROOT / "examples" / "online-retail"
    variables = {
        "groundswell_home": str(ROOT),
        "groundswell_warehouse": str(folder / "warehouse"),
        "groundswell_source": str(shop / "source.yaml"),
        "groundswell_input": str(shop / "data"),
    }
    airflow = airflow_at(folder / "airflow", ROOT / "airflow" / "dags", variables)
    try:
        log = airflow.run("dags", "test", "groundswell_daily", AFTER_THE_DAY, seconds=540)
        yield Night(airflow, folder / "warehouse", log)
    finally:
        airflow.end_all()


@pytest.fixture(scope="session")
def warehouse(request: pytest.FixtureRequest) -> Path:
    """The warehouse that GROUNDSWELL_TEST_WAREHOUSE names; else the one of the night."""
    named = os.environ.get("GROUNDSWELL_TEST_WAREHOUSE")
    return Path(named).resolve() if named else request.getfixturevalue("night").warehouse
