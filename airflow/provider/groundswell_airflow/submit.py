"""The command and the environment of one job: spark-submit, the master, the runner's jar."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from airflow.sdk import BaseHook, Connection
from airflow.sdk.exceptions import AirflowNotFoundException

MAIN_CLASS = "groundswell.runner.Main"
RUNNER_JAR = "simulation/runner/target/runner-0.1.0.jar"
SPARK_SUBMIT = Path(__file__).parent / "bin" / "spark-submit"


@dataclass(frozen=True)
class Submission:
    """What to start: every path absolute or relative to `home`, the built checkout."""

    master: str
    home: str
    spark_submit: str
    driver_memory: str

    def command(self, name: str, words: Sequence[str]) -> list[str]:
        return [
            self.spark_submit,
            *("--master", self.master, "--name", name, "--class", MAIN_CLASS),
            os.path.join(self.home, RUNNER_JAR),
            *words,
        ]

    def environment(self, around: Mapping[str, str]) -> dict[str, str]:
        """The worker's environment without Airflow's own settings, which hold its secrets."""
        kept = {name: value for name, value in around.items() if not name.startswith("AIRFLOW")}
        kept |= {"GROUNDSWELL_HOME": self.home, "SPARK_DRIVER_MEMORY": self.driver_memory}
        if self.master.startswith("local"):
            kept["SPARK_LOCAL_IP"] = "127.0.0.1"
        return kept


def master_of(connection_id: str) -> str:
    """The Spark master that the connection names; there is no fallback when it is missing."""
    try:
        connection = BaseHook.get_connection(connection_id)
    except AirflowNotFoundException:
        raise ValueError(_advice(connection_id, "is missing")) from None
    return _master(connection_id, connection)


def _master(connection_id: str, connection: Connection) -> str:
    if not connection.host:
        raise ValueError(_advice(connection_id, "names no Spark master as its host"))
    return f"{connection.host}:{connection.port}" if connection.port else connection.host


def _advice(connection_id: str, trouble: str) -> str:
    return (
        f"connection {connection_id!r} {trouble}; nothing was started.\n"
        f"  Maybe set AIRFLOW_CONN_{connection_id.upper()}='spark://local%5B2%5D' for this machine,"
        " or 'spark://spark%3A%2F%2Fhost:7077' for a cluster"
    )
