"""What the operator does with a job's exit code, its summary and its surroundings."""

from __future__ import annotations

import json
import os
import threading
from types import SimpleNamespace

import pytest
from airflow.sdk import Asset
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from groundswell_airflow.operator import GroundswellJobOperator

MARTS = Asset("marts")
SUMMARY = {
    "stage": "marts",
    "rows_in": 10,
    "rows_out": 4,
    "rejected": 1,
    "seconds": 1.5,
    "published": ["mart.activity_daily"],
    "run_id": "r1",
}
SAY_SUMMARY = f"echo '{json.dumps(SUMMARY)}'"


@pytest.fixture(autouse=True)
def _spark_here(monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_SPARK_DEFAULT", "spark://local%5B2%5D")


def operator(spark_submit: str, **changes) -> GroundswellJobOperator:
    settings = {
        "task_id": "marts",
        "stage": "marts",
        "unit": "2026-03-14",
        "home": "/opt/groundswell",
        "warehouse": "/srv/warehouse",
        "spark_submit": spark_submit,
        "outlets": [MARTS],
    }
    return GroundswellJobOperator(**{**settings, **changes})


def context(run_id: str = "one", try_number: int = 1) -> dict:
    task = SimpleNamespace(
        dag_id="daily", task_id="marts", map_index=-1, run_id=run_id, try_number=try_number
    )
    return {"ti": task, "outlet_events": {MARTS: SimpleNamespace(extra={})}}


def test_the_summary_comes_back_with_the_unit_and_the_run_key(launcher):
    result = operator(launcher(f"echo reading; {SAY_SUMMARY}")).execute(context())
    assert result == {**SUMMARY, "unit": "2026-03-14", "run_key": result["run_key"]}


def test_the_asset_learns_the_same(launcher):
    around = context()
    result = operator(launcher(SAY_SUMMARY)).execute(around)
    assert around["outlet_events"][MARTS].extra == result


def test_the_publication_that_the_job_left_is_named(launcher, tmp_path):
    latest = tmp_path / "publish" / "latest.json"
    latest.parent.mkdir()
    script = launcher(f"""echo '{{"publication": "p7"}}' > {latest}; {SAY_SUMMARY}""")
    assert operator(script, warehouse=str(tmp_path)).execute(context())["publication"] == "p7"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"publication": 7}'])
def test_a_publication_that_cannot_be_read_is_left_out(launcher, tmp_path, text):
    (tmp_path / "publish").mkdir()
    (tmp_path / "publish" / "latest.json").write_text(text)
    result = operator(launcher(SAY_SUMMARY), warehouse=str(tmp_path)).execute(context())
    assert "publication" not in result


def test_the_run_key_stays_the_same_over_runs_and_tries(launcher):
    script = launcher(SAY_SUMMARY)
    first = operator(script).execute(context("scheduled", 1))
    again = operator(script).execute(context("manual", 3))
    assert first["run_key"] == again["run_key"]


def test_the_command_is_spark_submit_with_the_master_of_the_connection(launcher, tmp_path):
    script = launcher(f'for word in "$@"; do echo "$word" >> {tmp_path}/words; done; {SAY_SUMMARY}')
    key = operator(script).execute(context())["run_key"]
    assert (tmp_path / "words").read_text().splitlines() == [
        *("--master", "local[2]"),
        *("--name", f"groundswell marts {key}"),
        *("--class", "groundswell.runner.Main"),
        "/opt/groundswell/simulation/runner/target/runner-0.1.0.jar",
        *("marts", "--warehouse", "/srv/warehouse", "--json"),
    ]


def test_a_cluster_keeps_its_port(launcher, monkeypatch, tmp_path):
    monkeypatch.setenv("AIRFLOW_CONN_SPARK_DEFAULT", "spark://spark%3A%2F%2Fmaster:7077")
    operator(launcher(f'echo "$2" > {tmp_path}/master; {SAY_SUMMARY}')).execute(context())
    assert (tmp_path / "master").read_text() == "spark://master:7077\n"


def test_the_job_sees_the_home_and_nothing_of_airflow(launcher, monkeypatch, tmp_path):
    monkeypatch.setenv("AIRFLOW__API_AUTH__JWT_SECRET", "hidden")
    operator(launcher(f"env > {tmp_path}/env; {SAY_SUMMARY}")).execute(context())
    environment = (tmp_path / "env").read_text()
    assert "GROUNDSWELL_HOME=/opt/groundswell" in environment
    assert "SPARK_LOCAL_IP=127.0.0.1" in environment
    assert "AIRFLOW" not in environment


@pytest.mark.parametrize("code", [30, 31])
def test_a_conflict_and_a_lock_are_worth_a_retry(launcher, code):
    script = launcher(f"echo 'the lock is held by 4711' >&2; exit {code}")
    with pytest.raises(AirflowException, match=f"exit code {code} .*: the lock is held by 4711") as e:
        operator(script).execute(context())
    assert not isinstance(e.value, AirflowFailException)


@pytest.mark.parametrize("code", [1, 2, 10, 11, 20, 21, 22, 23, 40, 143])
def test_every_other_code_fails_at_once_with_the_last_sentence(launcher, code):
    script = launcher(f"echo 'Cannot read /data' >&2; exit {code}")
    with pytest.raises(AirflowFailException, match=f"marts ended with exit code {code}: Cannot read /data"):
        operator(script).execute(context())


def test_a_job_that_was_killed_fails_and_names_the_signal(launcher):
    with pytest.raises(AirflowFailException, match="marts was killed by signal 9"):
        operator(launcher("kill -9 $$")).execute(context())


@pytest.mark.parametrize("output", ["echo done", "true", "echo '{\"stage\": \"facts\"}'"])
def test_success_without_a_good_summary_is_a_failure(launcher, output):
    with pytest.raises(AirflowFailException, match="marts: "):
        operator(launcher(output)).execute(context())


def test_a_missing_connection_is_refused_and_nothing_is_started(launcher, monkeypatch, tmp_path):
    monkeypatch.delenv("AIRFLOW_CONN_SPARK_DEFAULT")
    script = launcher(f"touch {tmp_path}/started; {SAY_SUMMARY}")
    with pytest.raises(AirflowFailException, match="connection 'spark_default' is missing; nothing"):
        operator(script).execute(context())
    assert not (tmp_path / "started").exists()


def test_a_connection_without_a_master_is_refused(launcher, monkeypatch):
    monkeypatch.setenv("AIRFLOW_CONN_SPARK_DEFAULT", "spark://")
    with pytest.raises(AirflowFailException, match="names no Spark master"):
        operator(launcher(SAY_SUMMARY)).execute(context())


def test_a_run_without_a_day_is_told_how_to_give_one(launcher):
    with pytest.raises(AirflowFailException, match=r'needs one, e\.g\. \{"day": "2026-03-14"\}'):
        operator(launcher(SAY_SUMMARY), unit="").execute(context())


def test_a_wrong_argument_is_refused_when_the_dag_is_read():
    with pytest.raises(ValueError, match="stage 'marts' has no argument 'scenario'"):
        operator("spark-submit", arguments={"scenario": "x"})


def test_a_launcher_that_does_not_exist_is_named():
    with pytest.raises(AirflowFailException, match="Cannot start /nowhere/spark-submit"):
        operator("/nowhere/spark-submit").execute(context())


def test_a_stopped_task_ends_its_job_and_may_be_tried_again(launcher, tmp_path):
    task = operator(launcher(f"echo up > {tmp_path}/up; exec sleep 300"))

    def stop_when_up() -> None:
        while not os.path.exists(tmp_path / "up"):
            stopped.wait(0.02)
        task.on_kill()

    stopped = threading.Event()
    stopper = threading.Thread(target=stop_when_up)
    stopper.start()
    with pytest.raises(AirflowException, match="marts was ended on request") as e:
        task.execute(context())
    stopper.join()
    assert not isinstance(e.value, AirflowFailException)
