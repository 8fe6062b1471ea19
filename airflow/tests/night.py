"""A real Airflow with a home of its own, and one night of `groundswell_daily` on it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

MARK = "GROUNDSWELL_TEST_MARK"  # inherited by all that a test starts, however deep


@dataclass(frozen=True)
class Airflow:
    """Airflow over SQLite; nothing listens, everything that it starts ends with it."""

    home: Path
    settings: dict[str, str]
    program: str = str(Path(sys.executable).with_name("airflow"))

    def run(self, *words: str, seconds: float) -> str:
        """The output of one `airflow` command; an assertion with its last lines when it fails."""
        log = self.home / f"{words[0]}-{words[1]}.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [self.program, *words],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
            try:
                code = process.wait(timeout=seconds)
            finally:
                left = self.end_all()
        text = log.read_text(errors="replace")
        assert code == 0, f"airflow {' '.join(words)} ended with {code}:\n{text[-6000:]}"
        assert left == [], f"airflow {' '.join(words)} left processes behind"
        return text

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """What Airflow's own database answers."""
        with closing(sqlite3.connect(self.home / "airflow.db")) as database:
            return database.execute(question).fetchall()

    def returned(self, task_id: str) -> dict[str, Any]:
        """What a task of the last run returned."""
        query = f"SELECT value FROM xcom WHERE task_id = '{task_id}' AND key = 'return_value'"
        value = json.loads(self.rows(query)[-1][0])
        return json.loads(value) if isinstance(value, str) else value

    def end_all(self) -> list[str]:
        """Ends, by its id, every process that carries this home's mark; their names."""
        ours = [process for process in psutil.process_iter(["name"]) if self._is_ours(process)]
        names = [f"{process.info['name']} {process.pid}" for process in ours]
        for process in ours:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(ours, timeout=5)
        return names

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            return process.environ().get(MARK) == str(self.home)
        except (psutil.Error, OSError):
            return False

    def _environment(self) -> dict[str, str]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW")}
        return {**plain, **self.settings, "AIRFLOW_HOME": str(self.home), MARK: str(self.home)}


def airflow_at(home: Path, dags: Path, variables: dict[str, str]) -> Airflow:
    """An Airflow with an empty database that knows our DAGs, our variables and one local Spark."""
    home.mkdir(parents=True)
    settings = {
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(dags),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "AIRFLOW_CONN_SPARK_DEFAULT": "spark://local%5B2%5D",
    }
    for name, value in variables.items():
        settings[f"AIRFLOW_VAR_{name.upper()}"] = value
    airflow = Airflow(home, settings)
    airflow.run("db", "migrate", seconds=90)
    return airflow


def command_in(page: str, beginning: str) -> list[str]:
    """The words of the first command in a page that begins so, without `airflow`."""
    found = re.search(rf"`airflow ({beginning} [^`]*)`", page)
    assert found, f"the page has no command that begins 'airflow {beginning}'"
    return found.group(1).split()
