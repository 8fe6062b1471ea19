"""The one operator: runs a stage, and knows which failures are worth another try."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from airflow.sdk import BaseOperator, Context
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from groundswell_airflow.complaint import last_sentence
from groundswell_airflow.process import JobProcess
from groundswell_airflow.publication import publication_of
from groundswell_airflow.run_key import run_key
from groundswell_airflow.stage import Stage
from groundswell_airflow.submit import SPARK_SUBMIT, Submission, master_of
from groundswell_airflow.summary import Summary

WORTH_A_RETRY = {30: "commit conflict", 31: "lock held"}


class GroundswellJobOperator(BaseOperator):
    """Runs one stage of Groundswell and returns its summary.

    :param stage: ingest, facts, marts, calibrate, simulate, plan or report
    :param unit: what this run is about, the day or the scenario; part of the run key
    :param home: folder of the built Groundswell checkout
    :param warehouse: folder or address of the warehouse
    :param arguments: the stage's own arguments, e.g. ``{"day": "2026-03-14"}``
    :param connection_id: connection whose host is the Spark master; must exist
    :param spark_submit: script that starts Spark; default: the one of this package
    :param driver_memory: heap of the driver
    """

    template_fields = ("unit", "home", "warehouse", "arguments")
    ui_color = "#dbe9f4"

    def __init__(
        self,
        *,
        stage: str,
        unit: str,
        home: str,
        warehouse: str,
        arguments: Mapping[str, str | int] | None = None,
        connection_id: str = "spark_default",
        spark_submit: str = str(SPARK_SUBMIT),
        driver_memory: str = "2g",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.stage = stage
        self.unit = unit
        self.home = home
        self.warehouse = warehouse
        self.arguments = dict(arguments or {})
        self.connection_id = connection_id
        self.spark_submit = spark_submit
        self.driver_memory = driver_memory
        self._job: JobProcess | None = None
        self._stopped = False
        Stage.of(stage).check_names(self.arguments)

    def execute(self, context: Context) -> dict[str, Any]:
        key = self._key(context)
        try:
            words = self._words()
            submission = self._submission()
        except ValueError as wrong:
            raise AirflowFailException(str(wrong)) from None
        summary = self._run(submission, f"groundswell {self.stage} {key}", words)
        result = {**summary.as_dict(), "unit": self.unit, "run_key": key}
        publication = publication_of(self.warehouse)
        if publication:
            result["publication"] = publication
        self._tell_assets(context, result)
        return result

    def on_kill(self) -> None:
        """Airflow stops the task: SIGTERM to the whole job, SIGKILL after 15 s."""
        self._stopped = True
        if self._job is not None:
            self.log.info("Ending %s: SIGTERM, and SIGKILL after 15 s", self.stage)
            self._job.stop()

    def _key(self, context: Context) -> str:
        task = context["ti"]
        index = -1 if task.map_index is None else task.map_index
        return run_key(task.dag_id, task.task_id, index, self.unit)

    def _words(self) -> list[str]:
        if not self.unit:
            raise ValueError(
                f"{self.stage}: this run has no day; a run by hand needs one,"
                ' e.g. {"day": "2026-03-14"} as its configuration'
            )
        words = Stage.of(self.stage).command_line(self.arguments)
        return [*words, "--warehouse", self.warehouse, "--json"]

    def _submission(self) -> Submission:
        return Submission(
            master_of(self.connection_id), self.home, self.spark_submit, self.driver_memory
        )

    def _run(self, submission: Submission, name: str, words: list[str]) -> Summary:
        self._job = JobProcess(submission.command(name, words), submission.environment(os.environ))
        try:
            code = self._job.run(self.log.info)
        except OSError as wrong:
            raise AirflowFailException(f"Cannot start {self.spark_submit}: {wrong}") from None
        if code != 0:
            raise self._failure(code, self._job)
        try:
            return Summary.parse(self._job.last_output, self.stage)
        except ValueError as wrong:
            raise AirflowFailException(str(wrong)) from None

    def _failure(self, code: int, job: JobProcess) -> AirflowException:
        reason = last_sentence(list(job.last_errors))
        if self._stopped:
            return AirflowException(f"{self.stage} was ended on request")
        if code in WORTH_A_RETRY:
            return AirflowException(
                f"{self.stage} ended with exit code {code} ({WORTH_A_RETRY[code]}, worth a retry): {reason}"
            )
        ending = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return AirflowFailException(f"{self.stage} {ending}: {reason}")

    def _tell_assets(self, context: Context, result: dict[str, Any]) -> None:
        for asset in self.outlets:
            context["outlet_events"][asset].extra = result
