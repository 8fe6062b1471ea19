"""The two DAGs as Airflow reads them."""

from __future__ import annotations

import ast
from datetime import timedelta

import pytest
from airflow.dag_processing.dagbag import DagBag
from conftest import ROOT
from groundswell_airflow.stage import STAGES

DAGS = ROOT / "airflow" / "dags"
ROUTES = {
    "groundswell_daily": ["ingest", "facts", "marts"],
    "groundswell_launch": ["simulate", "plan", "report"],
}


@pytest.fixture(scope="module")
def bag() -> DagBag:
    return DagBag(str(DAGS))


def test_every_file_is_read_without_an_error(bag):
    assert bag.import_errors == {}
    assert sorted(bag.dags) == sorted(ROUTES)


@pytest.mark.parametrize("dag_id", ROUTES)
def test_the_tasks_are_the_stages_in_the_order_of_the_route(bag, dag_id):
    dag = bag.dags[dag_id]
    assert [task.task_id for task in dag.topological_sort()] == ROUTES[dag_id]
    for task in dag.tasks:
        assert task.stage == task.task_id
        assert task.downstream_task_ids == set(ROUTES[dag_id][_place(dag_id, task) :][:1])


@pytest.mark.parametrize("dag_id", ROUTES)
def test_every_task_has_an_owner_a_pool_and_an_end(bag, dag_id):
    for task in bag.dags[dag_id].tasks:
        assert task.owner not in ("", "airflow")
        assert task.pool == "groundswell_spark"
        assert timedelta() < task.execution_timeout <= timedelta(hours=2)
        assert task.retries == 3


@pytest.mark.parametrize("dag_id", ROUTES)
def test_the_page_names_every_task_and_every_exit_code(bag, dag_id):
    page = bag.dags[dag_id].doc_md
    for word in [*ROUTES[dag_id], "11", "20", "21", "22", "23", "30", "31", "40", "Backfill"]:
        assert word in page


def test_the_night_has_an_interval_of_a_day_and_does_not_catch_up(bag):
    dag = bag.dags["groundswell_daily"]
    assert type(dag.timetable).__name__ == "CronDataIntervalTimetable"
    assert dag.catchup is False
    assert dag.max_active_runs == 1


def test_a_launch_is_only_started_by_hand_and_needs_a_scenario(bag):
    dag = bag.dags["groundswell_launch"]
    assert type(dag.timetable).__name__ == "NullTimetable"
    assert dag.params.get_param("scenario").schema["minLength"] == 1
    assert dag.catchup is False


@pytest.mark.parametrize("path", sorted(DAGS.glob("*.py")), ids=lambda path: path.name)
def test_reading_a_dag_file_looks_at_nothing_outside_it(path):
    names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
    modules = _imported(path)
    assert not names & {"open", "Variable", "Connection", "BaseHook"}
    assert modules <= {"__future__", "datetime", "airflow.sdk", "groundswell_airflow.operator"}


def test_every_stage_word_in_a_dag_is_a_stage():
    assert {stage for route in ROUTES.values() for stage in route} < set(STAGES)


def _place(dag_id, task) -> int:
    return ROUTES[dag_id].index(task.task_id) + 1


def _imported(path) -> set[str]:
    tree = ast.parse(path.read_text())
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    return froms | plain
