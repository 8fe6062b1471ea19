"""One Airflow home for all tests, made before Airflow is imported; a launcher that plays jobs."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

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
